import type { DeliveryDatabase } from './claim.ts';
import type { DeliverDependencies } from './deliver.ts';
import type { PulseLog, Pulses } from '../pulses.ts';
import type { FailedEndpoint } from './record-outcomes.ts';

export type DeliveryWorkerOptions = Omit<DeliverDependencies, 'onError' | 'bodies'> & {
  readonly database: DeliveryDatabase;
  readonly log: PulseLog;
  readonly pulses?: Pulses;
  /** Told, possibly more than once, of an endpoint that has failed for days. */
  readonly onGivenUp?: (endpoint: FailedEndpoint) => void;
  /** Posts under way at once, without those that have been waiting for an answer longer than `slowAfterMs`. */
  readonly concurrency?: number;
  readonly slowAfterMs?: number;
  /** Posts under way at once to an endpoint of which nothing is known yet. */
  readonly perEndpoint?: number;
  /** Posts under way at once to an endpoint that answers quickly. */
  readonly mostPerEndpoint?: number;
  /** The longest time a lost wake-up can cost. */
  readonly pollMs?: number;
  /** After which a delivery of a worker that died is made again; more than twice as long as a post may take. */
  readonly leaseMs?: number;
  /** Whose deliveries alone are made; absent is everybody's. */
  readonly organisation?: string | undefined;
};
