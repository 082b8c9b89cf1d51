import { Prisma, type Stage, type TouchpointType } from '../../db/generated/prisma/client.ts';
import { changesOf } from '../../db/write/audit-changes.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { followLead } from '../campaigns/follow-lead.ts';
import { notFound } from '../../errors.ts';
import { isSameValue } from '../same-value.ts';
import { currentConfidence, toScoreColumns } from './confidence/score-columns.ts';
import type { LeadColumns } from './lead-columns.ts';
import { leadEvent, snapshotLead } from './lead-snapshot.ts';
import { searchText } from './search-text.ts';

/** The columns that would really change. Another address has not bounced yet. */
function changed(before: LeadSnapshot, columns: LeadColumns): LeadColumns {
  const forgotten = columns.email === undefined || columns.email === before.email ? {} : { emailBouncedAt: null };
  const differs = ([column, value]: [string, unknown]) =>
    !isSameValue(Reflect.get(before, column), value === Prisma.DbNull ? null : value);
  return Object.fromEntries(Object.entries({ ...forgotten, ...columns }).filter(differs));
}

/** The lead as its score will see it. */
const scored = (
  before: LeadSnapshot,
  { tier = before.tier, enrichmentStatus = before.enrichmentStatus }: LeadColumns,
) => ({
  ...before,
  tier,
  enrichmentStatus,
});

/** What moved a lead where nobody did: the rule, and the touchpoint that fired it; null where time did. */
export type MoveCause = {
  readonly rule: { readonly id: string; readonly name: string };
  readonly touchpoint: { readonly id: string; readonly type: TouchpointType } | null;
};

/**
 * Changes a locked lead and records what follows: `lead.updated` for any change, and the more specific event beside it.
 * A lead that moves to another stage is scored anew, and takes the status that the stage carries unless it is given one.
 * A change to what is already there does nothing and records nothing.
 */
export async function changeLead(
  tx: Tx,
  before: LeadSnapshot,
  columns: LeadColumns,
  cause?: MoveCause,
): Promise<LeadSnapshot> {
  const stage = await stageToBe(tx, before, columns);
  const carried = !stage || stage.id === before.stageId || stage.status === null ? {} : { status: stage.status };
  const data = changed(before, { ...carried, ...columns });
  if (Object.keys(data).length === 0) return before;
  const search = searchText({ ...before, ...data });
  const [row] = await tx.lead.updateManyAndReturn({
    where: { id: before.id },
    data: {
      ...data,
      ...(data.stageId && toScoreColumns(await currentConfidence(tx, scored(before, data)), tx.now)),
      ...(search !== searchText(before) && { search }),
      updatedAt: tx.now,
    },
  });
  if (!row) throw notFound('lead');
  if (!stage) throw notFound('stage');
  const lead = await snapshotLead(tx, row, { ...before, stage, stageId: stage.id });
  recordChange(tx, before, lead, Object.keys(data), cause);
  await followLead(tx, before, lead, columns.status ?? before.status);
  return lead;
}

/** Null where it was deleted meanwhile: the lead's reference to it fails then, upon which `write` runs again. */
async function stageToBe(tx: Tx, { stage }: LeadSnapshot, { stageId = stage.id }: LeadColumns): Promise<Stage | null> {
  return stageId === stage.id ? stage : tx.stage.findFirst({ where: { id: stageId } });
}

function recordChange(
  tx: Tx,
  before: LeadSnapshot,
  lead: LeadSnapshot,
  columns: readonly string[],
  cause: MoveCause | undefined,
): void {
  tx.record('lead.updated', leadEvent(lead), changesOf(before, lead, columns));
  if (lead.stageId !== before.stageId) {
    const metadata = cause && { metadata: cause };
    tx.record('lead.stage_changed', leadEvent(lead, { previousStage: before.stage, ...metadata }));
  }
  if (lead.status !== before.status) {
    tx.record('lead.status_changed', leadEvent(lead, { previousStatus: before.status }));
    if (lead.status === 'CONVERTED') tx.record('lead.converted', leadEvent(lead, { previousStatus: before.status }));
  }
}
