import { expect, it } from 'vitest';
import { toIsoInstant } from '../../src/instant.ts';

const dayMs = 24 * 60 * 60 * 1000;

it('writes every instant as a date does, whichever was written before', () => {
  const edges = [0, -1, 1, dayMs - 1, dayMs, -dayMs, -62_135_596_800_000, 253_402_300_799_999, 8.64e15, -8.64e15];
  const some = Array.from({ length: 2000 }, (_, n) => (n % 2 === 0 ? 1 : -1) * Math.floor(n ** 4.1));
  for (const ms of [...edges, ...some, 1_777_900_921_057]) {
    const at = new Date(ms);
    expect(toIsoInstant(at)).toBe(at.toISOString());
  }
  expect(() => toIsoInstant(new Date(Number.NaN))).toThrow('Invalid time value');
});
