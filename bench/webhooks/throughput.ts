import { setTimeout as pauseFor } from 'node:timers/promises';
import { systemClock } from '../../src/clock.ts';
import type { Database } from '../../src/db/open/database.ts';
import { createPoster } from '../../src/webhooks/post/poster.ts';
import { createAddressPolicy } from '../../src/webhooks/post/safe-address.ts';
import { createDeliveryWorker } from '../../src/webhooks/worker.ts';
import type { Receiver } from './receiver-process.ts';
import { median } from '../statistics.ts';
import { runPlainLoop } from './plain-loop.ts';
import { secretBox, seedQueue } from './queue.ts';
import { formats, startRun, type Run, type ThroughputPlan } from './run.ts';

export type Throughput = {
  /** Deliveries a second, the median of the rounds. */
  readonly product: number;
  readonly plain: number;
  /** The product's to the plain loop's: the median of the rounds' ratios, and the least and the greatest of them. */
  readonly ratio: number;
  readonly ratios: readonly [least: number, greatest: number];
  /** Microseconds of our thread for each delivery: it tells little of how busy the machine was otherwise. */
  readonly productCpu: number;
  readonly plainCpu: number;
};

const rounds = 5;

/** The worker on a full queue and a plain loop of the same posts, in turns after a round to warm up. */
export async function measureThroughput(
  database: Database,
  receiver: Receiver,
  plan: ThroughputPlan,
): Promise<Throughput> {
  const urls = Array.from({ length: plan.endpoints }, (_, index) => `${receiver.url}/hook/${index}`);
  const results: { product: Run; plain: Run }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const plain = await runPlainLoop(urls, plan);
    const orgId = await seedQueue(database, urls, plan.deliveries);
    const product = await runWorker(database, receiver, orgId, plan);
    if (round > 0) results.push({ product, plain });
  }
  const ratios = results.map(({ product, plain }) => product.perSecond / plain.perSecond);
  return {
    product: median(results.map(({ product }) => product.perSecond)),
    plain: median(results.map(({ plain }) => plain.perSecond)),
    ratio: median(ratios),
    ratios: [Math.min(...ratios), Math.max(...ratios)],
    productCpu: median(results.map(({ product }) => product.cpuUs)),
    plainCpu: median(results.map(({ plain }) => plain.cpuUs)),
  };
}

async function runWorker(database: Database, receiver: Receiver, orgId: string, plan: ThroughputPlan): Promise<Run> {
  await receiver.forget();
  const poster = createPoster({ addresses: createAddressPolicy({ allowedRanges: ['127.0.0.0/8'] }) });
  const print = (details: object, message: string) => console.error(message, details);
  const log = { error: print, info: print };
  const worker = createDeliveryWorker({ database, poster, formats, secretBox, clock: systemClock, log });
  const end = startRun(plan.deliveries);
  worker.start();
  // Until they are recorded, not only sent.
  for (let left = true; left;) {
    await pauseFor(5);
    if ((await receiver.count()) < plan.deliveries) continue;
    const sql =
      'select exists (select from webhook_deliveries where org_id = $1 and next_attempt_at is not null) as left';
    left = (await database.pool.query<{ left: boolean }>(sql, [orgId])).rows[0]?.left ?? false;
  }
  const run = end();
  await worker.stop();
  await poster.close();
  const received = await receiver.count();
  if (received !== plan.deliveries) throw new Error(`${received} of ${plan.deliveries} deliveries arrived.`);
  return run;
}
