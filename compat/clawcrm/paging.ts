import { z } from 'zod';

const maxInt32 = 2 ** 31 - 1;

const digits = z.string().regex(/^\d+$/, 'must be a whole number');

const limitUpTo = (most: number, byDefault: number) =>
  digits
    .transform((value) => Math.min(Number(value), most))
    .pipe(z.int().min(1, 'must be at least 1'))
    .default(byDefault)
    .meta({
      type: 'integer',
      minimum: 1,
      default: byDefault,
      description: `How many to answer; above ${most} means ${most}.`,
    });

/** The parameters of every list that can grow. */
export const paging = {
  limit: limitUpTo(200, 50),
  offset: digits
    .transform(Number)
    .pipe(z.int().max(maxInt32, 'is too large'))
    .default(0)
    .meta({ type: 'integer', minimum: 0, default: 0, description: 'How many to leave out first.' }),
};

/** Of a list that is worked through as a whole. */
export const widePaging = { ...paging, limit: limitUpTo(500, 500) };

export const flag = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((value) => value === 'true')
  .default(false);

type Parameters = Readonly<Record<string, string | number | boolean | undefined>>;
type Page = { readonly limit: number; readonly offset: number };

/** The call that goes on with a list, where there is more of it. */
export function nextPageStep(path: string, query: Parameters & Page, total: number): string[] {
  const next: Parameters & Page = { ...query, offset: query.offset + query.limit };
  if (next.offset >= total) return [];
  const given = Object.entries<Parameters[string]>(next).filter(([, value]) => value !== undefined && value !== false);
  return [`GET ${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`];
}
