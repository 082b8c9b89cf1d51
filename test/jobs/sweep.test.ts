import { expect, it, vi } from 'vitest';
import type { Portion } from '../../src/db/run/some-of-each.ts';
import { sweep } from '../../src/jobs/sweep.ts';

type Item = { readonly orgId: string; readonly id: number };

const due = (orgId: string, count: number): Item[] => Array.from({ length: count }, (_, id) => ({ orgId, id }));

/** What the statements answer. */
const finding = (items: readonly Item[]) => async (portion: Portion) => {
  const behind = items.filter(({ orgId }) => orgId > (portion.behind ?? ''));
  const some = new Set([...new Set(behind.map(({ orgId }) => orgId))].slice(0, portion.organisations));
  return behind.filter(({ orgId, id }) => some.has(orgId) && id < portion.ofEach);
};

const silent = { error: () => {} };
const quiet = { turnMs: 60_000, log: silent, failing: 'It failed.', isStopping: () => false };

it('goes over all organisations, and all that is due for each', async () => {
  const items = Array.from({ length: 250 }, (_, n) => due(`org_${String(n).padStart(3, '0')}`, 2)).flat();
  const seen: Item[] = [];
  const act = async (item: Item) => {
    seen.push(item);
    return item.id === 0;
  };
  expect(await sweep({ ...quiet, find: finding(items), act })).toBe(250);
  expect(
    seen.toSorted((one, other) => (one.orgId === other.orgId ? one.id - other.id : one.orgId < other.orgId ? -1 : 1)),
  ).toEqual(items);
});

it('does not let an organisation whose writes wait hold up the others, and leaves its further items to the next turn', async () => {
  vi.useFakeTimers();
  try {
    const done: string[] = [];
    const act = async ({ orgId, id }: Item) => {
      if (orgId === 'org_1') await new Promise((resolve) => setTimeout(resolve, 4000));
      done.push(`${orgId} ${id}`);
      return true;
    };
    const items = [...due('org_1', 500), ...due('org_2', 2), ...due('org_3', 1)];
    const swept = sweep({ ...quiet, turnMs: 2000, find: finding(items), act });
    await vi.advanceTimersByTimeAsync(0);
    expect(done.toSorted()).toEqual(['org_2 0', 'org_2 1', 'org_3 0']);
    await vi.advanceTimersByTimeAsync(4000);
    expect(await swept).toBe(4);
    expect(done.at(-1)).toBe('org_1 0');
  } finally {
    vi.useRealTimers();
  }
});

it('does the work of some organisations at a time, and of each one item after the other', async () => {
  const running = new Map<string, number>();
  let most = 0;
  const act = async ({ orgId }: Item) => {
    running.set(orgId, (running.get(orgId) ?? 0) + 1);
    most = Math.max(most, running.size);
    expect(running.get(orgId)).toBe(1);
    await new Promise(setImmediate);
    running.delete(orgId);
    return true;
  };
  const items = Array.from({ length: 20 }, (_, n) => due(`org_${n}`, 3)).flat();
  expect(await sweep({ ...quiet, find: finding(items), act })).toBe(60);
  expect(most).toBe(8);
});

it('goes on behind an item that fails, which it tells of', async () => {
  const told: object[] = [];
  const log = { error: (details: object) => void told.push(details) };
  const act = async ({ id }: Item) => {
    if (id === 0) throw new Error('No luck.');
    return true;
  };
  expect(await sweep({ ...quiet, log, find: finding(due('org_1', 3)), act })).toBe(2);
  expect(told).toEqual([{ err: new Error('No luck.'), orgId: 'org_1', id: 0 }]);
});
