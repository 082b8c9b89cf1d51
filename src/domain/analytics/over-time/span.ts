import { z } from 'zod';
import { invalidField } from '../../../errors.ts';
import { parseInput } from '../../input.ts';

export const bucketSizes = ['hour', 'day', 'week', 'month'] as const;
export type BucketSize = (typeof bucketSizes)[number];

/** How many buckets one answer holds at most: a year of days. */
export const mostBuckets = 400;
const usualBuckets = 30;

const input = z.strictObject({
  from: z.date().nullish(),
  to: z.date().nullish(),
  bucket: z.enum(bucketSizes).nullish(),
});
export type SpanInput = z.input<typeof input>;

/** A time in pieces of one size, all in UTC. */
export type Span = {
  readonly bucket: BucketSize;
  /** When each begins, the oldest first; there is one at least. */
  readonly starts: readonly Date[];
  /** The end of the last. */
  readonly end: Date;
};

/** The beginning of the piece, `by` pieces further, that an instant is in. Weeks begin on Mondays. */
function startOf(at: Date, bucket: BucketSize, by = 0): Date {
  const start = new Date(at);
  if (bucket === 'hour') start.setUTCMinutes(0, 0, 0);
  else start.setUTCHours(0, 0, 0, 0);
  if (bucket === 'hour') start.setUTCHours(start.getUTCHours() + by);
  if (bucket === 'day') start.setUTCDate(start.getUTCDate() + by);
  if (bucket === 'week') start.setUTCDate(start.getUTCDate() - ((start.getUTCDay() + 6) % 7) + 7 * by);
  if (bucket === 'month') start.setUTCMonth(start.getUTCMonth() + by, 1);
  return start;
}

/**
 * The pieces that lie in a time at least in part: of the last 30 by default, the one that is now among them.
 * @throws INVALID for a time that ends before it begins, or is of more than 400 pieces
 */
export function toSpan(now: Date, given: SpanInput): Span {
  const { from, to, bucket: asked } = parseInput(input, given);
  const bucket = asked ?? 'day';
  const until = to ?? now;
  const since = from ?? startOf(new Date(until.getTime() - 1), bucket, 1 - usualBuckets);
  if (since >= until) throw invalidField('to', 'must be later than from');
  const starts: Date[] = [];
  for (let start = startOf(since, bucket); start < until; start = startOf(start, bucket, 1)) {
    if (starts.length === mostBuckets)
      throw invalidField('from', `asks for more than ${mostBuckets} pieces: ask for longer ones, or a shorter time`);
    starts.push(start);
  }
  return { bucket, starts, end: startOf(new Date(until.getTime() - 1), bucket, 1) };
}

export type OverTime<Bucket> = {
  /** When the first piece answered begins. */
  readonly since: Date;
  readonly until: Date;
  /** Whether there was more than is read at once, so that the earliest pieces are left out. */
  readonly isCut: boolean;
  readonly buckets: readonly (Bucket & { readonly at: Date })[];
};

/**
 * Every piece, from the first of which everything was read.
 * @param cutAt of the oldest row that was read, where there were more than are read at once
 */
export function overTime<Bucket>(
  { starts, end, bucket }: Span,
  cutAt: Date | null,
  bucketAt: (at: Date, index: number) => Bucket,
): OverTime<Bucket> {
  const whole = cutAt === null ? null : startOf(cutAt, bucket, 1);
  const buckets = starts.flatMap((at, index) => (whole !== null && at < whole ? [] : [{ at, ...bucketAt(at, index) }]));
  return { since: buckets[0]?.at ?? end, until: end, isCut: buckets.length < starts.length, buckets };
}
