import { Writable } from 'node:stream';
import { expect, it, vi } from 'vitest';
import { opening, withComments } from '../../compat/http/event-stream.ts';
import { begin, cutWhenStalled, pour } from '../../compat/http/stream.ts';
import { lookAhead } from '../../src/server/live/look-ahead.ts';
import { patiently } from '../support/patiently.ts';

/** Endless parts, and how far they were read. */
function endless() {
  const seen = { made: 0, stopped: false };
  async function* make() {
    try {
      for (;;) yield String((seen.made += 1));
    } finally {
      seen.stopped = true;
    }
  }
  return { seen, parts: make() };
}

/** Takes this many writes, and never finishes the one after. */
function stuckAfter(writes: number) {
  const taken: string[] = [];
  const receiver = new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _encoding, done) {
      taken.push(String(chunk));
      if (taken.length <= writes) done();
    },
  });
  return { taken, receiver };
}

it('reads on only as far as the receiver takes it, and stops with the receiver', async () => {
  const { seen, parts } = endless();
  const { taken, receiver } = stuckAfter(10);
  const poured = pour(await begin(lookAhead(parts)), receiver);
  await vi.waitFor(() => expect(taken).toHaveLength(11), patiently);
  receiver.destroy();
  await poured;
  await vi.waitFor(() => expect(seen.stopped).toBe(true), patiently);
  expect(seen.made).toBeLessThan(17);
});

it('writes everything, in order', async () => {
  const { taken, receiver } = stuckAfter(Infinity);
  async function* parts() {
    for (let part = 0; part < 100; part += 1) yield `${part}`;
  }
  await pour(await begin(lookAhead(parts())), receiver);
  expect(taken).toEqual(Array.from({ length: 100 }, (_, part) => String(part)));
});

it('fails before anything is written where the first part fails', async () => {
  async function* parts() {
    yield await Promise.reject<string>(new Error('No such cursor.'));
  }
  await expect(begin(lookAhead(parts()))).rejects.toThrow('No such cursor.');
});

it('breaks the connection off where a later part fails', async () => {
  const { receiver } = stuckAfter(Infinity);
  async function* parts() {
    yield 'first';
    throw new Error('The database is gone.');
  }
  await expect(pour(await begin(parts()), receiver)).rejects.toThrow('The database is gone.');
  expect(receiver.destroyed).toBe(true);
});

it('cuts off a receiver that takes nothing for too long, and stops reading', async () => {
  const { seen, parts } = endless();
  const { receiver } = stuckAfter(3);
  await pour(cutWhenStalled(parts, receiver, 20), receiver);
  expect(receiver.destroyed).toBe(true);
  await vi.waitFor(() => expect(seen.stopped).toBe(true), patiently);
});

it('says something in a stream of events that has nothing to tell, and loses none of them', async () => {
  const gate = Promise.withResolvers<void>();
  async function* frames() {
    yield 'one';
    await gate.promise;
    yield 'two';
  }
  const said: string[] = [];
  for await (const part of withComments(opening(null), frames(), 5)) {
    said.push(part);
    if (said.filter((text) => text === ': \n\n').length === 3) gate.resolve();
  }
  expect([said[0], said[1], said.at(-1)]).toEqual([': open\nretry: 1000\n\n', 'one', 'two']);
  expect(said.slice(2, -1).every((text) => text === ': \n\n')).toBe(true);
});

it('leaves nothing behind of what it says while nothing comes', async () => {
  const gate = Promise.withResolvers<IteratorResult<string>>();
  const asked = vi.spyOn(gate.promise, 'then');
  const frames = { [Symbol.asyncIterator]: () => ({ next: () => gate.promise }) };
  const stream = withComments(opening(null), frames, 1);
  for (let said = 0; said < 20; said += 1) await stream.next();
  expect(asked).toHaveBeenCalledTimes(1);
  const last = stream.next();
  gate.resolve({ done: true, value: undefined });
  for (let part = await last; !part.done;) part = await stream.next();
});

it('tells of an event at once that comes in the middle of a silence', async () => {
  vi.useFakeTimers();
  try {
    const gate = Promise.withResolvers<void>();
    async function* frames() {
      await gate.promise;
      yield 'one';
      throw new Error('The log is gone.');
    }
    const stream = withComments(opening(null), frames(), 60_000);
    await stream.next();
    const next = stream.next();
    gate.resolve();
    expect(await next).toEqual({ done: false, value: 'one' });
    await expect(stream.next()).rejects.toThrow('The log is gone.');
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
