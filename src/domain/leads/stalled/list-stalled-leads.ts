import { z } from 'zod';
import { requireScope } from '../../../access/actor.ts';
import type { LeadRow } from '../../../events/snapshot.ts';
import type { DomainContext } from '../../context.ts';
import { parseInput } from '../../input.ts';
import { findStalledLeads } from './find-stalled-leads.ts';
import { daysSince, idleSince } from './idle-since.ts';
import {
  stalledAction,
  type stalledActions,
  stalledPolicyAt,
  type StalledPriority,
  stalledReason,
} from './stalled-policy.ts';

export const mostStalled = 500;

const stalledInput = z.strictObject({
  limit: z.int().min(1, `must be 1 to ${mostStalled}`).max(mostStalled, `must be 1 to ${mostStalled}`),
  offset: z.int().min(0, 'must be 0 or more'),
});

export type StalledLead = {
  readonly lead: LeadRow;
  readonly priority: StalledPriority;
  /** Its latest touchpoint, or when it was made. */
  readonly since: Date;
  /** Whole days since then. */
  readonly daysSinceTouch: number;
  /** In a sentence. */
  readonly reason: string;
  readonly suggestedAction: (typeof stalledActions)[number];
};

export type StalledLeads = {
  readonly leads: readonly StalledLead[];
  /** All that are overdue, on this page or not. */
  readonly total: number;
};

/**
 * Open leads in reach that are overdue for a contact, the most urgent first: two statements, whatever their number. A
 * touchpoint takes a lead off the list.
 * @throws INVALID for a page out of bounds
 */
export async function listStalledLeads(
  context: DomainContext,
  input: z.input<typeof stalledInput>,
): Promise<StalledLeads> {
  const { actor, db, services } = context;
  requireScope(actor, 'leads:read');
  const page = parseInput(stalledInput, input);
  const now = services.clock.now();
  const { rows, total } = await findStalledLeads(context, stalledPolicyAt(now), page);
  const found = await db.lead.findMany({ where: { id: { in: rows.map(({ id }) => id) }, deletedAt: null } });
  const leads = new Map(found.map((lead) => [lead.id, lead]));
  return {
    total,
    leads: rows.flatMap(({ id, priority }) => {
      const lead = leads.get(id);
      return lead ? [toStalled(lead, priority, now)] : [];
    }),
  };
}

function toStalled(lead: LeadRow, priority: StalledPriority, now: Date): StalledLead {
  const since = idleSince(lead);
  const daysSinceTouch = daysSince(since, now);
  return {
    lead,
    priority,
    since,
    daysSinceTouch,
    reason: stalledReason(lead.lastTouchedAt !== null, priority, daysSinceTouch),
    suggestedAction: stalledAction(lead, priority, daysSinceTouch),
  };
}
