import type { Clock } from '../clock.ts';
import type { Pulse } from '../pulses.ts';
import type { DeliveryDatabase } from './claim.ts';
import { recordOutcomes, type DeliveryOutcome, type FailedEndpoint } from './record-outcomes.ts';
import { createWakeUp } from '../wake-up.ts';

export type OutcomeRecorder = {
  /** Resolves once the outcome is written, or can no longer be. */
  record(outcome: DeliveryOutcome): Promise<void>;
};

export type OutcomeRecorderOptions = {
  readonly database: DeliveryDatabase;
  readonly clock: Clock;
  readonly pulse: Pulse;
  /** Told of endpoints that are to be disabled. */
  readonly onGivenUp: (endpoint: FailedEndpoint) => void;
  /** Pauses before another try while the database does not answer. */
  readonly pause: () => Promise<void>;
};

const maxBatch = 500;
/** A statement takes 0.4 ms however few outcomes it writes, so while they keep coming some are gathered. */
const gatherMs = 20;
const enough = 200;

type Waiting = { readonly outcome: DeliveryOutcome; readonly done: () => void };

/** Writes the first outcome at once, and what follows on its heels together in the next statement. */
export function createOutcomeRecorder({
  database,
  clock,
  pulse,
  onGivenUp,
  pause,
}: OutcomeRecorderOptions): OutcomeRecorder {
  const waiting: Waiting[] = [];
  let writing = false;
  const full = createWakeUp();

  async function writeAll(): Promise<void> {
    writing = true;
    pulse.begin();
    while (waiting.length > 0) {
      await write(waiting.splice(0, maxBatch));
      if (waiting.length < enough) await full.sleep(gatherMs);
    }
    writing = false;
    pulse.rest();
  }

  async function write(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = batch.map(({ outcome }) => outcome);
      const givenUp = await recordOutcomes(database, outcomes);
      pulse.succeeded();
      for (const { done } of batch) done();
      for (const endpoint of givenUp) onGivenUp(endpoint);
    } catch (error) {
      pulse.failed(error);
      requeue(batch);
      await pause();
    }
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
        if (!writing) void writeAll();
        else if (waiting.length === enough) full.ring();
      }),
  };
}
