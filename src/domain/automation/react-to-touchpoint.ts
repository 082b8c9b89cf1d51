import type {
  AutomationRun,
  CampaignTrigger,
  Enrolment,
  Touchpoint,
  TouchpointType,
} from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { enrolByTrigger } from '../campaigns/enrol-by-trigger.ts';
import type { DomainContext } from '../context.ts';
import { isScored } from '../../db/read-touches.ts';
import { scoreLocked } from '../leads/score-lead.ts';

const campaignTriggers = {
  QUIZ_COMPLETED: 'QUIZ_COMPLETED',
  PROPOSAL_VIEWED: 'PROPOSAL_VIEWED',
  CTA_CLICKED: 'CTA_CLICKED',
  MEETING_BOOKED: 'MEETING_BOOKED',
} as const satisfies Partial<Record<TouchpointType, CampaignTrigger>>;

const isTrigger = (type: TouchpointType): type is keyof typeof campaignTriggers =>
  Object.hasOwn(campaignTriggers, type);

export type Reaction = {
  readonly lead: LeadSnapshot;
  readonly runs: AutomationRun[];
  readonly enrolments: Enrolment[];
};

/** What follows from a touchpoint that was just recorded with a locked lead, whatever the caller’s key may do itself. */
export async function reactToTouchpoint(
  tx: Tx,
  context: DomainContext,
  touched: LeadSnapshot,
  touchpoint: Touchpoint,
): Promise<Reaction> {
  // Another kind of contact only ends staleness: it is no reason to score a lead that never was.
  const counts = touched.scoredAt !== null || isScored(touchpoint.type);
  const lead = counts ? await scoreLocked(tx, touched) : touched;
  const enrolments = isTrigger(touchpoint.type)
    ? await enrolByTrigger(tx, context, lead, campaignTriggers[touchpoint.type])
    : [];
  return { lead, runs: [], enrolments };
}
