import { requireScope } from '../../../access/actor.ts';
import type { Stage } from '../../../db/generated/prisma/client.ts';
import type { DomainContext } from '../../context.ts';
import { firstIdAt } from '../first-id.ts';
import { leadsOverTime } from './leads.sql.ts';
import { type OverTime, overTime, type SpanInput, toSpan } from './span.ts';

export type LeadsByStage = {
  /** The whole pipeline in its order, as the piece of time ended. */
  readonly byStage: readonly { readonly stage: Stage; readonly count: number }[];
  /** Leads that were in a stage that is gone. */
  readonly elsewhere: number;
};

/** How many moves of leads, and how many new ones, are looked at for one answer. */
const most = 100_000;

/** In which stages the leads that are there now were as each piece of time ended, found by going back from now. @throws INVALID */
export async function readLeadsOverTime(context: DomainContext, input: SpanInput): Promise<OverTime<LeadsByStage>> {
  const { actor, db, run, services } = context;
  requireScope(actor, 'analytics:read');
  const span = toSpan(services.clock.now(), input);
  const fromId = firstIdAt(span.starts[0] ?? span.end);
  const stages = await db.stage.findMany({ orderBy: [{ order: 'asc' }, { id: 'asc' }] });
  const rows = await run(leadsOverTime, { bucket: span.bucket, fromId, most: most + 1 });

  const cuts = rows.filter(({ kind, count }) => (kind === 'moves' || kind === 'made') && count > most);
  const cutAt = cuts.length === 0 ? null : new Date(Math.max(...cuts.map(({ at }) => at?.getTime() ?? 0)));
  const counts = new Map(rows.filter(({ kind }) => kind === 'now').map(({ stageId, count }) => [stageId, count]));
  const changes = rows
    .filter(({ kind }) => kind === 'change')
    .toSorted((one, other) => (one.at?.getTime() ?? 0) - (other.at?.getTime() ?? 0));

  const known = new Set<string | null>(stages.map(({ id }) => id));
  const ends = [...span.starts.slice(1), span.end];
  const found = ends
    .toReversed()
    .map((end): LeadsByStage => {
      for (let last = changes.at(-1); last?.at && last.at >= end; last = changes.at(-1)) {
        counts.set(last.stageId, (counts.get(last.stageId) ?? 0) - last.count);
        changes.pop();
      }
      return {
        byStage: stages.map((stage) => ({ stage, count: counts.get(stage.id) ?? 0 })),
        elsewhere: [...counts].reduce((sum, [id, count]) => (known.has(id) ? sum : sum + count), 0),
      };
    })
    .toReversed();
  const nowhere: LeadsByStage = { byStage: [], elsewhere: 0 };
  return overTime(span, cutAt, (_, index) => found[index] ?? nowhere);
}
