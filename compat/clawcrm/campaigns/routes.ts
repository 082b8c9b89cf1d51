import { base } from '../base.ts';
import { route, type Route } from '../../route/route.ts';
import { strictObject } from '../../route/strict-object.ts';
import { z } from 'zod';
import {
  toClawcrmCampaign,
  toEnrollment,
  toNewCampaign,
  WireCampaignList,
  WireCampaignMade,
  WireCampaignQuery,
  WireEnrol,
  WireEnrolled,
  WireNewCampaign,
} from './wire.ts';
import { touchTriggerWords } from '../automation-rules/condition-wire.ts';
import { type Notices, succeed } from '../envelope.ts';
import {
  CampaignDocument,
  type CampaignRowFragment,
  CampaignsDocument,
  CreateCampaignDocument,
  EnrolLeadDocument,
  EnrolmentDocument,
  type EnrolmentQuery,
  type EnrolmentRowFragment,
} from '../generated/operations.ts';
import { pagesOnly } from '../hints.ts';
import { exampleLeadId, toGraphLeadId } from '../ids.ts';
import { readAgain } from '../read-again.ts';
import { nextPageStep } from '../paging.ts';

const path = '/campaigns';

/** The call that sets its trigger off. */
function firing({ trigger, conditions }: CampaignRowFragment): string[] {
  if (trigger === 'MANUAL') return [];
  if (trigger !== 'STAGE_CHANGED') {
    return [`POST ${base}/touchpoints { leadId, type: '${touchTriggerWords[trigger]}' } enrols one it is for.`];
  }
  const stage = conditions?.toStage ? `stage: ${JSON.stringify(conditions.toStage.name)}` : 'stage';
  return [`PATCH ${base}/leads/{leadId} { ${stage} } enrols one it is for.`];
}

/** Of campaigns whose conditions no lead can meet any more. */
function idleNotices(campaigns: readonly CampaignRowFragment[]): Required<Notices> {
  const idle = campaigns.filter(({ enabled, conditions }) => {
    const { fromStageId, fromStage, toStageId, toStage } = conditions ?? {};
    return enabled && ((fromStageId && !fromStage) || (toStageId && !toStage));
  });
  return {
    warnings: idle.map(
      ({ name, id }) => `The campaign "${name}" (${id}) asks for a stage that is gone: its trigger enrols nobody.`,
    ),
    nextSteps: idle.length > 0 ? ['POST /graphql with the mutation updateCampaign gives it other conditions'] : [],
  };
}

/** @param full how many campaigns the plan holds, where this one was the last of them */
const made = (campaign: CampaignRowFragment, full: number | null = null) =>
  succeed(
    { id: campaign.id, campaign: toClawcrmCampaign(campaign) },
    {
      warnings: full === null ? [] : [`The plan’s ${full} campaigns are used: the next one is refused.`],
      nextSteps: [
        ...firing(campaign),
        `POST ${base}/campaigns/${campaign.id}/enroll { leadId: 'rp_…' } enrols a lead by hand.`,
      ],
    },
  );

type EnrolmentAgain = Extract<EnrolmentQuery['node'], { readonly id: string }>;

type Mail = { readonly step: number; readonly dueAt: string };

const mailingWarnings = {
  LEAVES: [],
  KEPT: ['No mail server is set up: each mail that is due becomes a file on the server, and reaches nobody.'],
  HELD: ['The workspace may not send mail yet: what is due stays in the queue until the operator grants it.'],
} as const satisfies Record<EnrolmentRowFragment['mailing'], readonly string[]>;

const enrolled = (enrolment: EnrolmentRowFragment, mails: readonly Mail[]) =>
  succeed(
    {
      id: enrolment.id,
      enrollment: toEnrollment(enrolment),
      scheduled: mails.map(({ step, dueAt }) => ({ step, dueAt })),
    },
    {
      warnings: mailingWarnings[enrolment.mailing],
      nextSteps: ['POST /graphql with the query scheduledEmails shows what is due'],
    },
  );

/** Section "Campaigns". */
export const campaignRoutes: readonly Route[] = [
  route({
    method: 'get',
    path,
    kind: 'read',
    scope: 'campaigns:read',
    summary: 'List campaigns',
    description: 'Newest first.',
    hints: pagesOnly,
    query: WireCampaignQuery,
    reply: WireCampaignList,
    operation: CampaignsDocument,
    variables: ({ query: { limit, offset } }) => ({ first: limit, offset }),
    present({ campaigns: { nodes, totalCount: total } }, { query }) {
      const { limit, offset } = query;
      const nextSteps = nextPageStep(`${base}${path}`, query, total);
      const { warnings, nextSteps: repairs } = idleNotices(nodes);
      return succeed(
        { campaigns: nodes.map(toClawcrmCampaign), total, limit, offset },
        { warnings, nextSteps: [...repairs, ...nextSteps] },
      );
    },
  }),
  route({
    method: 'post',
    path,
    kind: 'write',
    scope: 'campaigns:write',
    status: 201,
    summary: 'Create a campaign',
    description: 'Its trigger enrols the leads that its conditions hold for, under the guardrails.',
    hints: {
      INVALID:
        'Send `name`, `trigger` (quiz_completed, proposal_viewed, cta_clicked, meeting_booked, stage_changed, manual) and 1 to 8 `steps` of `subject`, `body`, `delayHours` (0 to 8760); optionally `conditions`, `ai_enabled`, `ai_config`.',
    },
    body: WireNewCampaign,
    example: {
      name: 'Welcome',
      trigger: 'manual',
      steps: [{ subject: 'Welcome', body: 'Hello, glad to have you.', delayHours: 24 }],
    },
    reply: WireCampaignMade,
    operation: CreateCampaignDocument,
    variables: ({ body }) => ({ input: toNewCampaign(body) }),
    present: ({ createCampaign: { campaign, campaignLimit: limit, campaignCount: count } }) =>
      made(campaign, limit !== null && count !== null && count >= limit ? limit : null),
    rebuild: readAgain({ type: 'Campaign', operation: CampaignDocument, scope: 'campaigns:read', present: made }),
  }),
  route({
    method: 'post',
    path: `${path}/:id/enroll`,
    kind: 'write',
    scope: 'campaigns:write',
    status: 201,
    summary: 'Enrol a lead by hand',
    description:
      'Guardrails per lead: 1 mail an hour, 3 in any 24 hours, 48 hours after another campaign’s last mail, no bounced address, nobody who unsubscribed, once a campaign. A refusal is a 409 whose code names the guardrail.',
    hints: {
      INVALID: 'Send `leadId` and nothing else.',
      NOT_FOUND: `Check both ids: GET ${base}/campaigns and GET ${base}/leads show them.`,
      CONFLICT: `The code names the guardrail: cooldown ends after the seconds in Retry-After; already_enrolled, lead_closed and unsubscribed stay; no_email and email_bounced end with a new address by PATCH ${base}/leads/{leadId}.`,
    },
    params: strictObject({ id: z.string().meta({ description: 'The campaign’s id.' }) }),
    body: WireEnrol,
    example: { leadId: exampleLeadId },
    reply: WireEnrolled,
    operation: EnrolLeadDocument,
    variables: ({ params, body }) => ({ campaignId: params.id, leadId: toGraphLeadId(body.leadId) }),
    present: ({ enrolLead: { enrolment, scheduledEmails } }) => enrolled(enrolment, scheduledEmails),
    rebuild: readAgain({
      type: 'Enrolment',
      operation: EnrolmentDocument,
      scope: 'campaigns:read',
      present: (enrolment: EnrolmentAgain) => enrolled(enrolment, enrolment.scheduledEmails?.nodes ?? []),
    }),
  }),
];
