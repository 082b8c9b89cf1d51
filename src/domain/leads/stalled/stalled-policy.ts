import type { LeadRow } from '../../../events/snapshot.ts';
import type { SuggestedAction } from '../confidence/confidence-of.ts';
import { labelThresholds } from '../confidence/weights.ts';
import { daysBefore } from './idle-since.ts';

/** How soon to be in touch again, the most urgent first. */
export const stalledPriorities = ['HIGH', 'MEDIUM', 'LOW'] as const;
export type StalledPriority = (typeof stalledPriorities)[number];

export type StalledPolicy = {
  /** The confidence score from which on a lead is of high priority, and of medium priority. */
  readonly scoreFrom: { readonly HIGH: number; readonly MEDIUM: number };
  /** Leads of this priority are overdue if nobody was in touch since then. */
  readonly overdueSince: Readonly<Record<StalledPriority, Date>>;
};

/**
 * A lead is of high priority with tier HIGH or a hot score, of medium priority with tier MEDIUM or a warm score or where neither
 * is known, else of low priority. After so many days without a touchpoint it is overdue.
 */
export const overdueAfterDays = { HIGH: 3, MEDIUM: 7, LOW: 14 } as const satisfies Record<StalledPriority, number>;

/** After so many days a last mail is all that is left to try. */
export const breakupAfterDays = 30;

export const stalledPolicyAt = (now: Date): StalledPolicy => ({
  scoreFrom: { HIGH: labelThresholds.HOT, MEDIUM: labelThresholds.WARM },
  overdueSince: {
    HIGH: daysBefore(now, overdueAfterDays.HIGH),
    MEDIUM: daysBefore(now, overdueAfterDays.MEDIUM),
    LOW: daysBefore(now, overdueAfterDays.LOW),
  },
});

export const stalledActions = [
  'SEND_BREAKUP_EMAIL',
  'SEND_FOLLOW_UP_EMAIL',
  'CHECK_IN_CALL',
] as const satisfies readonly SuggestedAction[];

type Reachable = Pick<LeadRow, 'email' | 'emailBouncedAt' | 'unsubscribedAt' | 'phone' | 'status'>;

/** A call where mail cannot reach the lead, or where it is urgent or has answered before; a last mail after 30 days. */
export function stalledAction(
  { email, emailBouncedAt, unsubscribedAt, phone, status }: Reachable,
  priority: StalledPriority,
  days: number,
): (typeof stalledActions)[number] {
  if (email === null || emailBouncedAt !== null || unsubscribedAt !== null) return 'CHECK_IN_CALL';
  if (days >= breakupAfterDays) return 'SEND_BREAKUP_EMAIL';
  const isWorthACall = priority === 'HIGH' || status === 'REPLIED';
  return isWorthACall && phone !== null ? 'CHECK_IN_CALL' : 'SEND_FOLLOW_UP_EMAIL';
}

export function stalledReason(touched: boolean, priority: StalledPriority, days: number): string {
  const since = touched
    ? `Nobody was in touch for ${days} days`
    : `Nobody was in touch since it was made ${days} days ago`;
  return `${since}; leads of ${priority.toLowerCase()} priority are overdue after ${overdueAfterDays[priority]}.`;
}
