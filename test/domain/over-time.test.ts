import { describe, expect, it } from 'vitest';
import { cutOf } from '../../src/domain/analytics/over-time/pieces.ts';
import { overTime, toSpan } from '../../src/domain/analytics/over-time/span.ts';

const day = (n: number) => new Date(Date.UTC(2030, 0, n));
const span = toSpan(day(4), { from: day(1), to: day(4) });

describe('a time of which more was there than is read at once', () => {
  it('is told from the first piece on that was read as a whole', () => {
    const cutAt = new Date(day(2).getTime() + 60_000);
    const { since, until, isCut, buckets } = overTime(span, cutAt, (_, index) => ({ index }));
    expect([since, until, isCut]).toEqual([day(3), day(4), true]);
    expect(buckets).toEqual([{ at: day(3), index: 2 }]);
  });

  it('is told as a whole where it was cut before it begins, and not at all where it was cut in its last piece', () => {
    expect(overTime(span, day(0), () => ({})).isCut).toBe(false);
    expect(overTime(span, day(3), () => ({}))).toEqual({ since: day(4), until: day(4), isCut: true, buckets: [] });
  });

  it('was cut at the oldest row that was read, where one more was there than is to be read', () => {
    const rows = [
      { at: day(3), read: 6 },
      { at: day(2), read: 6 },
    ];
    expect(cutOf(rows, 5)).toEqual(day(2));
    expect(cutOf(rows, 6)).toBeNull();
    expect(cutOf([], 5)).toBeNull();
  });
});
