import type { LeadRow } from '../../../events/snapshot.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Since when nobody was in touch with a lead: its latest touchpoint, or when it was made. The index leads_idle is over the same. */
export const idleSince = (lead: Pick<LeadRow, 'lastTouchedAt' | 'createdAt'>): Date =>
  lead.lastTouchedAt ?? lead.createdAt;

/** Whole days; 0 for what is still to come. */
export const daysSince = (at: Date, now: Date): number =>
  Math.max(Math.floor((now.getTime() - at.getTime()) / dayMs), 0);

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * dayMs);
