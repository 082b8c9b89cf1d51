import type { CampaignEffect } from '../../../db/write/campaign-effect.ts';
import type { LeadStatus } from '../../../db/generated/prisma/enums.ts';
import type { Tx } from '../../../db/write/write.ts';
import type { LeadSnapshot } from '../../../events/snapshot.ts';

export type ChangedLead = {
  readonly lead: LeadSnapshot;
  /** What campaigns made of the change. */
  readonly effects: readonly CampaignEffect[];
};

export type ChangedLeads = {
  readonly leads: readonly LeadSnapshot[];
  /** What campaigns made of the changes of all of them. */
  readonly effects: readonly CampaignEffect[];
};

export type UpdatedLead = ChangedLead & {
  /** What the lead was, if it is something else since. */
  readonly previousStatus: LeadStatus | null;
};

/** What a verb answers that changed a lead. */
export const updatedLead = ({ effects }: Tx, before: LeadSnapshot, lead: LeadSnapshot): UpdatedLead => ({
  lead,
  effects,
  previousStatus: lead.status === before.status ? null : before.status,
});
