import type { TouchpointType } from '../../../db/generated/prisma/client.ts';
import { changesOf } from '../../../db/write/audit-changes.ts';
import type { Tx } from '../../../db/write/write.ts';
import type { LeadSnapshot } from '../../../events/snapshot.ts';
import { followLeads } from '../../campaigns/follow-leads.ts';
import { tell } from '../../campaigns/consequence.ts';
import { leadEvent } from '../fields/lead-snapshot.ts';
import { type LeadChange, planChanges } from './plan-changes.ts';
import { type StoredChange, storeChanges } from './store-changes.ts';

/** What moved a lead where nobody did: the rule, and the touchpoint that fired it; null where time did. */
export type MoveCause = {
  readonly rule: { readonly id: string; readonly name: string };
  readonly touchpoint: { readonly id: string; readonly type: TouchpointType } | null;
};

/**
 * Changes locked leads and records what follows, of one after the other: `lead.updated` for any change, the more specific event
 * beside it, and what campaigns make of it. A lead that moves to another stage is scored anew, and takes the status that the
 * stage carries unless it is given one. A change to what is already there does nothing and records nothing.
 * The number of statements is the same for two leads as for hundreds.
 */
export async function changeLeads(
  tx: Tx,
  changes: readonly LeadChange[],
  cause?: MoveCause,
): Promise<readonly LeadSnapshot[]> {
  const stored = await storeChanges(tx, await planChanges(tx, changes));
  const consequencesOf = await followLeads(
    tx,
    stored.map(({ before, lead, columns }) => ({ before, lead, asked: columns.status ?? before.status })),
  );
  for (const change of stored) {
    record(tx, change, cause);
    tell(tx, consequencesOf(change.lead));
  }
  const leads = new Map(stored.map(({ lead }) => [lead.id, lead]));
  return changes.map(({ before }) => leads.get(before.id) ?? before);
}

function record(tx: Tx, { before, lead, data }: StoredChange, cause: MoveCause | undefined): void {
  tx.record('lead.updated', leadEvent(lead), changesOf(before, lead, Object.keys(data)));
  if (lead.stageId !== before.stageId) {
    const metadata = cause && { metadata: cause };
    tx.record('lead.stage_changed', leadEvent(lead, { previousStage: before.stage, ...metadata }));
  }
  if (lead.status !== before.status) {
    tx.record('lead.status_changed', leadEvent(lead, { previousStatus: before.status }));
    if (lead.status === 'CONVERTED') tx.record('lead.converted', leadEvent(lead, { previousStatus: before.status }));
  }
}
