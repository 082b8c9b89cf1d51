import { expect, test } from 'vitest';
import { createRenderCache, type Rendered } from '../../src/server/live/render-cache.ts';

const answer = (text: string): Rendered => ({ data: { text }, messageEnd: Buffer.from(text), stringify: () => text });

test('an answer is made once, for those who come while it is made and for those who come later', async () => {
  const cache = createRenderCache();
  let made = 0;
  const render = () => Promise.resolve(answer(`made ${(made += 1)}`));
  const [first, second] = await Promise.all([cache.get('a', render), cache.get('a', render)]);
  expect([first.stringify(), second, await cache.get('a', render)]).toEqual(['made 1', first, first]);
});

test('the oldest answers make room when there are too many', async () => {
  const cache = createRenderCache({ maxEntries: 2 });
  for (const key of ['a', 'b', 'c']) await cache.get(key, () => Promise.resolve(answer(key)));
  expect(cache.entries).toBe(2);
  expect((await cache.get('a', () => Promise.resolve(answer('again')))).stringify()).toBe('again');
});

test('the oldest answers make room when they are too large', async () => {
  const cache = createRenderCache({ maxBytes: 100 });
  for (const key of ['a', 'b', 'c']) await cache.get(key, () => Promise.resolve(answer(key.repeat(40))));
  expect([cache.entries, cache.bytes]).toEqual([2, 80]);
  await cache.get('d', () => Promise.resolve(answer('d'.repeat(101))));
  expect([cache.entries, cache.bytes]).toEqual([0, 0]);
});

test('an answer with errors, or none at all, is not kept', async () => {
  const cache = createRenderCache();
  await cache.get('a', () => Promise.resolve({ ...answer('a'), errors: [] }));
  await expect(cache.get('b', () => Promise.reject(new Error('The database is away.')))).rejects.toThrow('away');
  expect([cache.entries, cache.bytes]).toEqual([0, 0]);
});
