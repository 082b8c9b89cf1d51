import { encodeTime } from 'ulid';

/** What the digits of an id can say. */
const within = (at: Date, bits: number): number => Math.min(Math.max(at.getTime(), 0), 2 ** bits - 1);

/** No row made at this instant or later has an id before this one. */
export const firstIdAt = (at: Date): string => `${encodeTime(within(at, 48), 10).toLowerCase()}${'0'.repeat(16)}`;

/** The same of deliveries, whose ids begin with their milliseconds in hex: see `src/db/write/delivery-id.ts`. */
export const firstDeliveryIdAt = (at: Date): string =>
  `${within(at, 44).toString(16).padStart(11, '0')}${'0'.repeat(15)}`;
