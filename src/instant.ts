import { z } from 'zod';

const calendarDate = z.iso.date();
const dateTime = z.iso.datetime({ offset: true });
const localDateTime = z.iso.datetime({ local: true });

/** ISO 8601 of a day that the calendar has, in the years 1 to 9999; a date is its midnight in UTC. Null for anything else. */
export function parseInstant(given: string): Date | null {
  const text = given.replace(/(T\d\d:\d\d)(?=[Z+-])/, '$1:00');
  if (!calendarDate.safeParse(text).success && !dateTime.safeParse(text).success) return null;
  const at = new Date(text);
  const year = at.getUTCFullYear();
  return year >= 1 && year <= 9999 ? at : null;
}

/** Fewer digits than nine are a date that lacks its hyphens sooner than a second of before 1973. */
const epochSeconds = /^(?:0|[1-9]\d{8,11})$/;

/** As {@link parseInstant}, for a parameter of a URL: a time without zone is UTC, and epoch seconds are taken too. */
export function parseInstantParameter(given: string): Date | null {
  // A plus sign that was not encoded arrives as a space.
  const text = given.replace(' ', '+');
  if (/^\d+$/.test(text)) {
    const at = epochSeconds.test(text) ? new Date(Number(text) * 1000) : null;
    return at && at.getUTCFullYear() <= 9999 ? at : null;
  }
  return parseInstant(localDateTime.safeParse(text).success && !text.endsWith('Z') ? `${text}Z` : text);
}

const dayMs = 24 * 60 * 60 * 1000;
const digits = (count: number, width: number) =>
  Array.from({ length: count }, (_, n) => String(n).padStart(width, '0'));
const [two, three] = [digits(60, 2), digits(1000, 3)];
let [day, date] = [Number.NaN, ''];

/** As `toISOString`, in a quarter of its time: of each day the calendar is asked once, as instants that are written together are mostly of one. */
export function toIsoInstant(at: Date): string {
  const ms = at.getTime();
  const itsDay = Math.floor(ms / dayMs);
  if (itsDay !== day) [day, date] = [itsDay, at.toISOString().slice(0, -'13:22:01.500Z'.length)];
  const ofDay = ms - itsDay * dayMs;
  const seconds = Math.floor(ofDay / 1000);
  const [hour, minute] = [two[Math.floor(seconds / 3600)], two[Math.floor(seconds / 60) % 60]];
  return `${date}${hour}:${minute}:${two[seconds % 60]}.${three[ofDay % 1000]}Z`;
}
