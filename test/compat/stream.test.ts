import { Writable } from 'node:stream';
import { expect, it, vi } from 'vitest';
import { begin, pour } from '../../compat/http/stream.ts';
import { lookAhead } from '../../src/server/live/look-ahead.ts';

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
  await vi.waitFor(() => expect(taken).toHaveLength(11));
  receiver.destroy();
  await poured;
  await vi.waitFor(() => expect(seen.stopped).toBe(true));
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
