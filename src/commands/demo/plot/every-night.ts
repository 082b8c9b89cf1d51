import { enrichLeads, maxEnriched } from '../../../domain/leads/enrich-leads.ts';
import { scoreAllLeads } from '../../../domain/leads/confidence/score-all-leads.ts';
import { recordScraperRun } from '../../../domain/sources/record-scraper-run.ts';
import { minutes } from '../stage/times.ts';
import { nowOf, type Story } from './story.ts';

/** What integrations do while nobody works: look for leads, find out more of the newest ones, and score them all. */
export function everyNight(story: Story, at: number): void {
  const { agenda, actors, chance, world, begin, end } = story;
  if (at <= begin || at >= end) return;
  const scout = () => actors.holder(world.integrations.scout);
  agenda.at(at, async () => {
    const source = chance.pick(['reddit', 'google_maps', 'realtor_ca'] as const);
    const startedAt = new Date(nowOf(story) - minutes(chance, 2, 20));
    const failed = chance.below(7) === 0;
    await recordScraperRun(await scout(), {
      source,
      startedAt,
      ...(failed
        ? { status: 'FAILED' as const, error: 'The page answered 429: too many requests.' }
        : { status: 'SUCCEEDED' as const, leadsFound: 5 + chance.below(60), leadsCreated: chance.below(5) }),
    });
  });
  agenda.at(at + minutes(chance, 20, 30), async () => {
    const context = await scout();
    const where = { enrichmentStatus: null, company: { not: null }, deletedAt: null };
    const newest = await context.db.lead.findMany({
      where,
      orderBy: { id: 'desc' },
      take: maxEnriched,
      select: { id: true },
    });
    if (newest.length > 0) await enrichLeads(context, { ids: newest.map(({ id }) => id) });
  });
  agenda.at(at + minutes(chance, 40, 50), async () => void (await scoreAllLeads(await scout())));
}
