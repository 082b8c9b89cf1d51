import type { Clock } from '../clock.ts';
import type { DeliveryDatabase } from './claim.ts';
import { recordOutcomes, type DeliveryOutcome, type FailedEndpoint } from './record-outcomes.ts';

export type OutcomeRecorder = {
  /** Resolves once the outcome is written, or can no longer be. */
  record(outcome: DeliveryOutcome): Promise<void>;
};

export type OutcomeRecorderOptions = {
  readonly database: DeliveryDatabase;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
  /** Told of endpoints that are to be disabled. */
  readonly onGivenUp: (endpoint: FailedEndpoint) => void;
  /** Pauses before another try while the database does not answer. */
  readonly pause: () => Promise<void>;
};

const maxBatch = 500;
const maxStatements = 3;

type Waiting = { readonly outcome: DeliveryOutcome; readonly done: () => void };

/** Writes what finishes while a few statements are under way together in the next one. */
export function createOutcomeRecorder({
  database,
  clock,
  onError,
  onGivenUp,
  pause,
}: OutcomeRecorderOptions): OutcomeRecorder {
  const waiting: Waiting[] = [];
  let statements = 0;

  async function writeAll(): Promise<void> {
    statements += 1;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, maxBatch);
      try {
        const outcomes = batch.map(({ outcome }) => outcome);
        const givenUp = await recordOutcomes(database, outcomes);
        for (const { done } of batch) done();
        for (const endpoint of givenUp) onGivenUp(endpoint);
      } catch (error) {
        onError(error);
        requeue(batch);
        await pause();
      }
    }
    statements -= 1;
  }

  /** Past its claim somebody else makes the attempt again, and an outcome is worth nothing. */
  function requeue(batch: readonly Waiting[]): void {
    const now = clock.now();
    for (const item of batch) {
      if (item.outcome.delivery.claimedUntil > now) waiting.push(item);
      else item.done();
    }
  }

  return {
    record: (outcome) =>
      new Promise((done) => {
        waiting.push({ outcome, done });
        if (statements < maxStatements) void writeAll();
      }),
  };
}
