import { countOf } from '../count-of.ts';
import type { Notices } from '../envelope.ts';
import type { CampaignEffectRowFragment as Effect } from '../generated/operations.ts';

const reasons: Readonly<Record<string, string>> = {
  lead_replied: ', because it answered',
  lead_converted: ', because its status is converted',
  lead_closed: ', because its status is closed',
  lead_spam: ', because its status is spam',
};

const leads = (count: number) => (count === 1 ? 'the lead' : `${count} leads`);
const mails = (count: number, what: string) => `${countOf(count, what)} ${count === 1 ? 'was' : 'were'}`;

function enrolment({ campaignName, enrolledLeads: count, queuedEmails }: Effect): string[] {
  if (count === 0) return [];
  const enrolled = count === 1 ? 'The lead was' : `${count} leads were`;
  return [`${enrolled} enrolled in the campaign "${campaignName}": ${mails(queuedEmails, 'mail')} queued.`];
}

function end({ campaignName, endedEnrolments: count, cancelledEmails, stopReason }: Effect): string[] {
  if (count === 0) return [];
  const why = count === 1 && stopReason !== null ? (reasons[stopReason] ?? '') : '';
  return [
    `The campaign "${campaignName}" ended for ${leads(count)}${why}: ${mails(cancelledEmails, 'queued mail')} cancelled.`,
  ];
}

/** Of what a call set off in campaigns. */
export const effectNotices = (effects: readonly Effect[]): Required<Notices> => ({
  warnings: effects.flatMap((effect) => [...enrolment(effect), ...end(effect)]),
  nextSteps: effects.some(({ queuedEmails }) => queuedEmails > 0)
    ? ['POST /graphql with the query scheduledEmails shows what is due']
    : [],
});
