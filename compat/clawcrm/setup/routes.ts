import { base } from '../base.ts';
import { z } from 'zod';
import { toLeadStatus } from '../../lead-mapping.ts';
import { route, type Route } from '../../route/route.ts';
import { effectNotices } from '../campaigns/effect-notices.ts';
import { countOf } from '../count-of.ts';
import { succeed } from '../envelope.ts';
import {
  type CampaignEffectRowFragment,
  SetupDocument,
  type SetupOrganisationFragment,
  SetUpWorkspaceDocument,
  type StageRowFragment,
} from '../generated/operations.ts';
import { takesNothing } from '../hints.ts';
import { setupBody, setupExample, WireSetup, WireSetUp, WireSetupHelp } from './wire.ts';
import { toClawcrmStage } from '../stages/wire.ts';
import { stoppedNotices } from '../stages/stopped-notices.ts';

const bodySchema = z.toJSONSchema(setupBody, { io: 'input' });

const toSetup = (
  { id, name, industry, bookingLink, projectSlug }: SetupOrganisationFragment,
  stages: readonly StageRowFragment[],
) => ({ orgId: id, projectSlug, org: { name, industry, bookingLink }, stages: stages.map(toClawcrmStage) });

type Made = {
  readonly organisation: SetupOrganisationFragment;
  readonly stages: readonly StageRowFragment[];
  readonly movedLeads: number;
  readonly campaignEffects: readonly CampaignEffectRowFragment[];
} & Parameters<typeof stoppedNotices>[0];

function setUp({ organisation, stages, movedLeads, campaignEffects, ...stopped }: Made) {
  const effects = effectNotices(campaignEffects);
  const beginning = stages.find(({ isDefault }) => isDefault);
  const { warnings, nextSteps } = stoppedNotices(stopped, 'removed stages');
  return succeed(
    { ...toSetup(organisation, stages), movedLeads },
    {
      warnings: [
        ...(movedLeads > 0 ? [movedNotice(movedLeads, beginning?.name ?? '')] : []),
        ...effects.warnings,
        ...warnings,
      ],
      nextSteps: [
        `POST ${base}/leads { firstName, email }`,
        ...(organisation.bookingLink === null
          ? [`POST ${base}/setup { org: { bookingLink } } tells where meetings can be booked.`]
          : []),
        ...nextSteps,
        ...effects.nextSteps,
      ],
    },
  );
}

/** What nobody knows any more of a setup whose answer was lost. */
const untold = { movedLeads: 0, disabledRules: 0, disabledSyncSources: 0, idleCampaigns: 0, campaignEffects: [] };

const movedNotice = (count: number, stage: string) =>
  `${countOf(count, 'lead')} of removed stages ${count === 1 ? 'is' : 'are'} in "${stage}" now.`;

/** Section "Workspace Setup". */
export const setupRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/setup',
    kind: 'write',
    scope: 'workspace:write',
    summary: 'Bootstrap the workspace in one call',
    description:
      'Its name and profile, and its pipeline: `stages` becomes the whole of it. The same call again changes nothing. Stages also need the scope `pipeline:write`.',
    hints: {
      INVALID: `GET ${base}/setup shows the schema of the body with an example.`,
      CONFLICT: 'The message names what is taken: choose another name.',
    },
    body: WireSetup,
    example: { projectSlug: 'my-company', org: { name: 'Acme Corp', industry: 'SaaS' } },
    reply: WireSetUp,
    operation: SetUpWorkspaceDocument,
    variables: ({ body: { projectSlug, org, stages } }) => ({
      input: {
        projectSlug,
        organisation: org,
        stages: stages?.map(({ status, ...stage }) => ({ ...stage, status: toLeadStatus(status) })),
      },
    }),
    present: (data) => setUp(data.setUpWorkspace),
    rebuild: {
      scope: 'leads:read',
      operation: SetupDocument,
      variables: () => ({}),
      present: ({ viewer, stages }) => setUp({ organisation: viewer.organisation, stages, ...untold }),
    },
  }),
  route({
    method: 'get',
    path: '/setup',
    kind: 'read',
    scope: 'leads:read',
    summary: 'The schema of a setup, and how the workspace is now',
    hints: takesNothing,
    reply: WireSetupHelp,
    operation: SetupDocument,
    variables: () => ({}),
    present: ({ viewer: { organisation }, stages }) =>
      succeed(
        {
          endpoint: `POST ${base}/setup`,
          schema: bodySchema,
          example: setupExample,
          current: toSetup(organisation, stages),
        },
        { nextSteps: [`POST ${base}/setup with what is to change; what is absent stays.`] },
      ),
  }),
];
