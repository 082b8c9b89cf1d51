import { ulid } from 'ulid';
import type { SecretBox } from '../../access/secret-box.ts';
import type { Database } from '../../db/open/database.ts';
import { createVisitors } from './cast/visitors.ts';
import { openStoryCore } from './open-story-core.ts';
import { createHosts, disableEndpoints, registerEndpoints } from './plot/hosts.ts';
import { planMonth } from './plot/month.ts';
import { setUpPipeline } from './plot/pipeline.ts';
import type { Story } from './plot/story.ts';
import { demoSlug, foundWorkspace, furnish, type Keys } from './plot/world.ts';
import { createActors } from './stage/actors.ts';
import { createAgenda } from './stage/agenda.ts';
import { createChance } from './stage/chance.ts';
import { openReceiver } from './stage/receiver.ts';
import { createStoryClock } from './stage/story-clock.ts';
import { createStoryDeliveries } from './stage/story-deliveries.ts';
import { dayMs, minuteMs } from './stage/times.ts';

export type DemoOptions = {
  readonly database: Database;
  readonly secretBox: SecretBox;
  readonly publicUrl: string;
  /** When the story has come to the present. */
  readonly end: Date;
  /** Less than what the log is kept for. */
  readonly days: number;
  readonly onDay?: (day: number) => void;
};

export type MadeDemo = { readonly orgId: string; readonly keys: Keys };

/** Tells the story from its first day to the present: its clock runs, everybody acts through the domain, and deliveries are made. */
export async function makeDemo({
  database,
  secretBox,
  publicUrl,
  days,
  onDay,
  ...options
}: DemoOptions): Promise<MadeDemo> {
  const end = options.end.getTime();
  const begin = end - days * dayMs;
  const clock = createStoryClock(begin);
  const ids = { orgId: ulid(begin).toLowerCase(), apiKeyId: ulid(begin).toLowerCase() };
  const hosts = createHosts(end);
  const receiver = await openReceiver((host) => hosts(host, clock.now().getTime()));
  const { core, close } = openStoryCore({ database, secretBox, publicUrl, clock, orgId: ids.orgId });
  try {
    const { pool } = database;
    const makeDeliveriesUpTo = createStoryDeliveries({ pool, worker: core.worker, clock, orgId: ids.orgId });
    const actors = createActors({ core, database, clock, slug: demoSlug });
    const keys = await foundWorkspace(core.contexts.services, ids);
    const world = await furnish(actors, keys);
    clock.moveTo(begin + 20 * minuteMs);
    await setUpPipeline(await actors.person('admin'));
    await registerEndpoints(await actors.person('admin'), receiver.port);
    const chance = createChance(1);
    const story = { agenda: createAgenda(), actors, chance, clock, meet: createVisitors(chance), world, begin, end };
    planMonth(story);
    await tell(story, makeDeliveriesUpTo, onDay);
    await disableEndpoints(await actors.person('owner'));
    return { orgId: ids.orgId, keys };
  } finally {
    await close();
    await receiver.close();
  }
}

/** Lets everything happen in its time, up to the present; what would come later never does. */
async function tell(
  { agenda, clock, begin, end }: Story,
  makeDeliveriesUpTo: (time: number) => Promise<void>,
  onDay: (day: number) => void = () => undefined,
): Promise<void> {
  let day = 0;
  for (let moment = agenda.next(); moment && moment.at < end; moment = agenda.next()) {
    while (moment.at >= begin + day * dayMs) onDay(++day);
    await makeDeliveriesUpTo(moment.at);
    clock.moveTo(moment.at);
    await moment.act();
  }
  await makeDeliveriesUpTo(end);
  clock.moveTo(end);
}
