import { expect, test, vi } from 'vitest';
import { onOrphaned } from '../../src/server/process/on-orphaned.ts';
import { patiently } from '../support/patiently.ts';

test('a server is told once when its parent is gone', async () => {
  let parent = 4711;
  const told = vi.fn<() => void>();
  onOrphaned(told, { parentPid: () => parent, everyMs: 1 });
  parent = 1;
  await vi.waitFor(() => expect(told).toHaveBeenCalled(), patiently);
  expect(told).toHaveBeenCalledTimes(1);
});

test('a server is told nothing while its parent lives, or after it stopped watching', () => {
  vi.useFakeTimers();
  try {
    let parent = 4711;
    const told = vi.fn<() => void>();
    const stop = onOrphaned(told, { parentPid: () => parent, everyMs: 100 });
    vi.advanceTimersByTime(10_000);
    expect(told).not.toHaveBeenCalled();
    stop();
    parent = 1;
    vi.advanceTimersByTime(10_000);
    expect(told).not.toHaveBeenCalled();
  } finally {
    vi.useRealTimers();
  }
});
