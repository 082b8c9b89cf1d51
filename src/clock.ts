/**
 * Where every time in the product comes from; tests inject their own. A machine's own may be wrong, so what nodes must
 * agree on (when a delivery is due and for how long it is claimed) goes by the database's, for which an injected clock stands as well.
 */
export type Clock = { now(): Date; readonly ofMachine?: true };

export const systemClock: Clock = { now: () => new Date(), ofMachine: true };

/** Now as all nodes have it, for `sharedNowSql`: null is the database's. */
export const sharedNow = (clock: Clock): Date | null => (clock.ofMachine ? null : clock.now());

/** Rounded down: what is due now must not be due in half a millisecond. */
export const sharedNowSql = (parameter: string): string =>
  `coalesce(${parameter}::timestamptz, date_trunc('milliseconds', statement_timestamp()))`;
