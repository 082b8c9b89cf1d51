import { setTimeout as pauseFor } from 'node:timers/promises';
import { claimDeliveries, type ClaimedDelivery, type DeliveryDatabase } from './claim.ts';
import { deliver, type DeliverDependencies } from './deliver.ts';
import { findNextDueAt } from './next-due.ts';
import { createOutcomeRecorder } from './outcome-recorder.ts';
import { createWakeUp } from './wake-up.ts';

/** What the worker asks of a logger; pino's fits. */
export type WorkerLog = { error(details: object, message: string): void };

export type DeliveryWorkerOptions = Omit<DeliverDependencies, 'onError'> & {
  readonly database: DeliveryDatabase;
  readonly log: WorkerLog;
  /** Posts under way at once. */
  readonly concurrency?: number;
  /** Posts under way to one endpoint at once. */
  readonly perEndpoint?: number;
  /** The longest time a lost wake-up can cost. */
  readonly pollMs?: number;
  /** After which a delivery of a worker that died is made again; longer than any post may take. */
  readonly leaseMs?: number;
};

export type DeliveryWorker = {
  start(): void;
  /** Says that deliveries may have been written. */
  wake(): void;
  /** Claims nothing more and waits for the posts under way. */
  stop(): Promise<void>;
};

/** Makes the deliveries that are due, for all organisations; any number of workers share the work. */
export function createDeliveryWorker(options: DeliveryWorkerOptions): DeliveryWorker {
  const { database, log, clock, concurrency = 64, perEndpoint = 4, pollMs = 1000, leaseMs = 30_000 } = options;
  const wakeUp = createWakeUp();
  const underWay = new Set<Promise<void>>();
  let running: Promise<void> | null = null;
  const stopping = new AbortController();

  const recorder = createOutcomeRecorder({
    database,
    clock,
    onError: (error) => log.error({ err: error }, 'Webhook attempts could not be recorded.'),
    pause: () => pauseFor(pollMs),
  });
  const dependencies: DeliverDependencies = {
    ...options,
    onError: (error, { orgId, id }) => log.error({ err: error, orgId, deliveryId: id }, 'A webhook could not be made.'),
  };

  function launch(delivery: ClaimedDelivery): void {
    const work = deliver(delivery, dependencies)
      .then((outcome) => recorder.record(outcome))
      .finally(() => {
        underWay.delete(work);
        wakeUp.ring();
      });
    underWay.add(work);
  }

  /** Takes what there is room for; answers how long to sleep if nothing happens. */
  async function turn(): Promise<number> {
    const limit = concurrency - underWay.size;
    if (limit === 0) return pollMs;
    const claimed = await claimDeliveries(database, { now: clock.now(), limit, perEndpoint, leaseMs });
    for (const delivery of claimed) launch(delivery);
    if (claimed.length > 0) return pollMs;
    const nextDueAt = await findNextDueAt(database, clock.now());
    return nextDueAt ? Math.min(pollMs, Math.max(0, nextDueAt.getTime() - clock.now().getTime())) : pollMs;
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const sleepMs = await turn().catch((error: unknown) => {
        log.error({ err: error }, 'Webhook deliveries could not be claimed.');
        return pollMs;
      });
      if (!stopping.signal.aborted) await wakeUp.sleep(sleepMs);
    }
  }

  return {
    start() {
      running ??= run();
    },
    wake: () => wakeUp.ring(),
    async stop() {
      stopping.abort();
      wakeUp.ring();
      await running;
      await Promise.all(underWay);
    },
  };
}
