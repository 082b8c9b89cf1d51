/** What an answer tells beside the logged rows of one organisation, the arguments and the rights of who asks. */
export type FreshReason =
  /** A row that changes without moving the revision: see `src/db/write/tables.ts`. */
  | 'operational'
  | 'clock'
  /** What the operator set for this process. */
  | 'configuration'
  /** What somebody else makes of it, who is asked again where they did not answer. */
  | 'provider'
  | 'other organisation'
  /** The very key or session that asks, which others of the same rights do not share. */
  | 'caller';

/**
 * Marks a field, or a type for every field that leads to it, whose answer is found out anew each time: no answer that holds it is
 * kept until the next change.
 */
export const fresh = (why: FreshReason) => ({ fresh: why }) as const;
