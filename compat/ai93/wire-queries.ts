import { z } from 'zod';
import { givenInstant } from '../route/scalars.ts';
import { queryObject } from '../route/strict-object.ts';
import { leadStatus, runStatus } from './wire.ts';

const limitOf = (usual: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform((value) => Math.min(Number(value), most))
    .pipe(z.int().min(1, 'must be at least 1'))
    .default(usual)
    .meta({
      type: 'integer',
      minimum: 1,
      default: usual,
      description: `How many to answer; above ${most} means ${most}.`,
    });

const instantOf = (description: string) => givenInstant.optional().meta({ description, example: '2026-01-01' });

const after = z.string().optional().meta({ description: 'The id behind which the answer begins, as `Link` gives it.' });

const text = z.string().min(1);

const sourceOf = (more: string) =>
  text.optional().meta({ description: `The id of a source that \`/sources\` lists${more}.`, example: 'reddit' });

const leadFilters = {
  status: leadStatus.optional().meta({ description: 'Where the lead stands.' }),
  target_type: text
    .optional()
    .meta({ description: 'A target type; `/sources` lists the usual ones.', example: 'customer_lead' }),
  since: instantOf('Made at or after this date (its midnight in UTC), time, or epoch seconds.'),
  source: sourceOf('; `manual` finds the leads of all others too'),
  tag: z
    .string()
    .transform((value) => value.split(',').map((tag) => tag.trim()))
    .refine((tags) => tags.every(Boolean), 'must not hold an empty tag')
    .optional()
    .meta({ type: 'string', description: 'One tag, or several joined by commas that all must be there.' }),
  q: text.optional().meta({
    description:
      'Words to find in name, e-mail, phone, handle or notes, in any case. One or two characters, or little but punctuation, are looked for among the newest 10,000 leads only.',
  }),
};

export const WireLeadQuery = queryObject({ ...leadFilters, limit: limitOf(100, 500), after });

export const WireLeadCsvQuery = queryObject({ ...leadFilters, limit: limitOf(5000, 25_000), after });

export const WireRunQuery = queryObject({
  source: sourceOf(''),
  status: runStatus.optional().meta({ description: 'How far the run came.' }),
  since: instantOf('Begun at or after this date (its midnight in UTC), time, or epoch seconds.'),
  limit: limitOf(100, 500),
  after,
});
