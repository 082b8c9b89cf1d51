import { encodeTime, TIME_MAX } from 'ulid';

type Instants = { readonly from?: Date | null | undefined; readonly to?: Date | null | undefined };

/** The least id that a row made at this instant can have; null for an instant that no id can tell. */
function firstIdAt(instant: Date): string | null {
  const time = instant.getTime();
  if (time < 0 || time > TIME_MAX) return null;
  return `${encodeTime(time, 10).toLowerCase()}${'0'.repeat(16)}`;
}

/** The ids of rows made from an instant on, or before another: their time is that of their row, so the primary key finds them. */
export function idsMade({ from, to }: Instants): { gte?: string; lt?: string } {
  const [first, end] = [from && firstIdAt(from), to && firstIdAt(to)];
  return { ...(first && { gte: first }), ...(end && { lt: end }) };
}
