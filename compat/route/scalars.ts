import { z } from 'zod';
import { parseInstantParameter } from '../../src/instant.ts';

/** A time as every API here writes it. */
export const instant = z.iso.datetime().meta({ description: 'ISO 8601 in UTC.', example: '2026-05-04T13:22:01.000Z' });

/** A time as callers may give it. */
export const givenInstant = z.string().transform((value, context) => {
  const at = parseInstantParameter(value);
  if (at) return at.toISOString();
  context.addIssue('must be an ISO 8601 date or time, or epoch seconds');
  return z.NEVER;
});

/** A text that may not be there. */
export const text = z.string().nullable();
