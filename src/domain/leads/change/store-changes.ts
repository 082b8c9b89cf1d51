import type { Tx } from '../../../db/write/write.ts';
import type { LeadRow, LeadSnapshot } from '../../../events/snapshot.ts';
import { notFound } from '../../../errors.ts';
import { confidenceOf } from '../confidence/confidence-of.ts';
import { noTouches, readTouches } from '../confidence/read-touches.ts';
import { toScoreColumns } from '../confidence/score-columns.ts';
import type { LeadColumns } from '../fields/lead-columns.ts';
import { snapshotChanged } from '../fields/lead-snapshot.ts';
import { searchText } from '../list/search-text.ts';
import type { PlannedChange } from './plan-changes.ts';
import { storeLeads } from './store-leads.ts';
import type { StoredLead } from './store-leads.sql.ts';

export type StoredChange = PlannedChange & { readonly lead: LeadSnapshot };

/** Changes locked leads, and scores anew those that come to another stage; some statements, whatever their number. */
export async function storeChanges(tx: Tx, planned: readonly PlannedChange[]): Promise<StoredChange[]> {
  const moved = planned.filter(({ data }) => data.stageId).map(({ before }) => before.id);
  const touchesOf = moved.length === 0 ? () => noTouches : await readTouches(tx, moved);
  const rows = await store(
    tx,
    planned.map(({ before, data }) => {
      const search = searchText({ ...before, ...data });
      const columns = {
        ...data,
        ...(data.stageId && toScoreColumns(confidenceOf(scored(before, data), touchesOf(before.id), tx.now), tx.now)),
        ...(search !== searchText(before) && { search }),
        updatedAt: tx.now,
      };
      return { id: before.id, columns };
    }),
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return snapshotChanged(
    tx,
    planned.map((change) => {
      const row = found.get(change.before.id);
      if (!row) throw notFound('lead');
      if (!change.stage) throw notFound('stage');
      return { ...change, row, stage: change.stage };
    }),
  );
}

/** One in one statement, many in two. */
async function store(tx: Tx, stored: readonly StoredLead[]): Promise<LeadRow[]> {
  const [only, ...others] = stored;
  if (!only) return [];
  if (others.length === 0) return tx.lead.updateManyAndReturn({ where: { id: only.id }, data: only.columns });
  await storeLeads(tx, stored);
  return tx.lead.findMany({ where: { id: { in: stored.map(({ id }) => id) } } });
}

/** The lead as its score will see it. */
const scored = (
  before: LeadSnapshot,
  { tier = before.tier, enrichmentStatus = before.enrichmentStatus }: LeadColumns,
) => ({ ...before, tier, enrichmentStatus });
