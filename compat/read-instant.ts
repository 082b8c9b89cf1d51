import { z } from 'zod';

const maxEpochSeconds = 253_402_300_799;

/** ISO 8601 (a date is its midnight in UTC, a time without zone is UTC) or epoch seconds; null for anything else. */
export function readInstant(given: string): Date | null {
  // A plus sign that was not encoded arrives as a space.
  const value = given.replace(' ', '+');
  if (/^\d+$/.test(value)) return Number(value) <= maxEpochSeconds ? new Date(Number(value) * 1000) : null;
  if (z.iso.date().safeParse(value).success) return new Date(`${value}T00:00:00Z`);
  if (!z.iso.datetime({ offset: true, local: true }).safeParse(value).success) return null;
  const at = new Date(/(?:Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}
