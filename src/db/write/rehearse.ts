import type { EventType } from '../../events/catalogue.ts';
import type { Tx } from './write.ts';

/** What a write that was undone would have changed. */
export type Rehearsed<T> = {
  readonly result: T;
  /** What would have been told, in that order. */
  readonly events: readonly EventType[];
  /** The ids of the rows that the audit would have told of. */
  readonly subjectIds: ReadonlySet<string>;
};

/** Undoes a write that is only tried. */
class UndoneError extends Error {
  override readonly name = 'UndoneError';
}

/**
 * Runs a change as `write()` does, with its locks, its checks and whatever it refuses, and undoes it where the change would be
 * committed: nothing is written, told, delivered or put in the queue.
 */
export async function rehearse<T>(
  write: (change: (tx: Tx) => Promise<never>) => Promise<never>,
  change: (tx: Tx) => Promise<T>,
): Promise<Rehearsed<T>> {
  let rehearsed: Rehearsed<T> | undefined;
  try {
    return await write(async (tx) => {
      const result = await change(tx);
      await tx.settle();
      const { events, audit } = tx.pending();
      rehearsed = {
        result,
        events: events.map(({ type }) => type),
        subjectIds: new Set(audit.map(({ subjectId }) => subjectId)),
      };
      throw new UndoneError();
    });
  } catch (error) {
    if (error instanceof UndoneError && rehearsed) return rehearsed;
    throw error;
  }
}
