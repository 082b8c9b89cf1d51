import type { Stage } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { changeLeads } from '../leads/change/change-leads.ts';
import { snapshotLeads } from '../leads/fields/lead-snapshot.ts';

/** Leads moved in one write, which takes some 0.3 s, and deleted ones, which nobody is told of. */
const liveAtOnce = 100;
const deletedAtOnce = 500;

/** Leads of a stage that one write may move, locked. */
export type LeadBatch = {
  readonly live: readonly LeadSnapshot[];
  readonly deletedIds: readonly string[];
  /** Whether there may be further ones. */
  readonly more: boolean;
};

export async function lockBatch(tx: Tx, stage: Stage): Promise<LeadBatch> {
  const liveIds = await idsIn(tx, stage, liveAtOnce, false);
  const live = await lockLeads(tx, stage, liveIds);
  if (liveIds.length === liveAtOnce) return { live, deletedIds: [], more: true };
  const deletedIds = await idsIn(tx, stage, deletedAtOnce, true);
  if (deletedIds.length > 0) await tx.lockAll('leads', deletedIds);
  return { live, deletedIds, more: deletedIds.length === deletedAtOnce };
}

/** Moves them: those that are there with what any other change brings, deleted ones without a word. */
export async function moveBatch(tx: Tx, { live, deletedIds }: LeadBatch, from: Stage, to: Stage): Promise<void> {
  // Nobody moved them: they keep the status they have.
  await changeLeads(
    tx,
    live.map((before) => ({ before, columns: { stageId: to.id, status: before.status } })),
  );
  if (deletedIds.length === 0) return;
  const moved = await tx.lead.updateManyAndReturn({
    where: { id: { in: [...deletedIds] }, stageId: from.id, deletedAt: { not: null } },
    data: { stageId: to.id },
  });
  if (moved.length > 0) tx.audit('stage.emptied', { id: from.id, businessId: null });
}

async function idsIn(tx: Tx, stage: Stage, count: number, deleted: boolean): Promise<string[]> {
  const where = { stageId: stage.id, deletedAt: deleted ? { not: null } : null };
  const rows = await tx.lead.findMany({ where, orderBy: { id: 'asc' }, take: count, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those that are still there once they are locked, with what they refer to: some statements, whatever their number. */
async function lockLeads(tx: Tx, stage: Stage, ids: readonly string[]): Promise<LeadSnapshot[]> {
  if (ids.length === 0) return [];
  await tx.lockAll('leads', ids);
  const rows = await tx.lead.findMany({
    where: { id: { in: [...ids] }, stageId: stage.id, deletedAt: null },
    orderBy: { id: 'asc' },
  });
  return snapshotLeads(tx, rows);
}
