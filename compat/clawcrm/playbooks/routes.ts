import { base, missingLead } from '../base.ts';
import { fold } from '../../../src/text.ts';
import { toLeadTier } from '../../lead-mapping.ts';
import { route, type Route } from '../../route/route.ts';
import { succeed } from '../envelope.ts';
import {
  PlaybooksDocument,
  type PlaybookRowFragment,
  type PlaybooksQuery,
  RecommendPlaybookDocument,
  type RecommendPlaybookQuery,
} from '../generated/operations.ts';
import { exampleLeadId, toGraphLeadId } from '../ids.ts';
import {
  toClawcrmPlaybook,
  WirePlaybookList,
  WirePlaybookQuery,
  WireRecommendation,
  WireRecommendationRequest,
} from './wire.ts';

const path = '/playbooks';

const specificity = ({ tier, stageKey }: PlaybookRowFragment) => (stageKey === null ? 0 : 2) + (tier === null ? 0 : 1);

/** An unknown stage is no error, but an agent should hear of it. */
function stageWarnings(stages: PlaybooksQuery['stages'], asked: string | undefined): string[] {
  if (asked === undefined) return [];
  const wanted = fold(asked);
  if (stages.some(({ id, key, name }) => [id, fold(key), fold(name)].includes(wanted))) return [];
  return [`There is no such stage. Stages: ${stages.map(({ name }) => name).join(', ')}.`];
}

const touchpointTypes = new Map([
  ['email', 'email'],
  ['phone', 'call'],
  ['meeting', 'meeting'],
]);

/** What to call once the advice was followed. */
function stepsAfter({ playbook, nextStep }: RecommendPlaybookQuery['recommendPlaybook'], leadId: string): string[] {
  if (!playbook) return ['POST /graphql with the mutation createPlaybook makes one.'];
  if (!nextStep) return [`PATCH ${base}/leads/${leadId} { stage } moves the lead on.`];
  const type = touchpointTypes.get(nextStep.step.channel ?? '') ?? 'other';
  return [`POST ${base}/touchpoints { leadId: '${leadId}', type: '${type}' } once step ${nextStep.number} is done`];
}

/** Section "Playbooks". */
export const playbookRoutes: readonly Route[] = [
  route({
    method: 'get',
    path,
    kind: 'read',
    scope: 'leads:read',
    summary: 'List the playbooks for a tier and a stage',
    description:
      'Those for the stage come before those for any, those for the tier before those for any. An unknown stage has none.',
    hints: { INVALID: `Parameters: tier (high, medium, low) and stage (a name, key or id: GET ${base}/stages).` },
    query: WirePlaybookQuery,
    reply: WirePlaybookList,
    operation: PlaybooksDocument,
    variables: ({ query: { tier, stage } }) => ({ filter: { tier: toLeadTier(tier), stage } }),
    present({ playbooks: { nodes, totalCount: total }, stages }, { query }) {
      const playbooks = nodes.toSorted((one, other) => specificity(other) - specificity(one)).map(toClawcrmPlaybook);
      return succeed({ playbooks, total }, { warnings: stageWarnings(stages, query.stage) });
    },
  }),
  route({
    method: 'post',
    path,
    kind: 'read',
    scope: 'leads:read',
    summary: 'Recommend a playbook and its next step for a lead',
    description: 'By its stage, its tier and the contacts there were. Changes nothing.',
    hints: {
      INVALID: 'Send `leadId` and nothing else.',
      NOT_FOUND: missingLead,
    },
    body: WireRecommendationRequest,
    example: { leadId: exampleLeadId },
    reply: WireRecommendation,
    operation: RecommendPlaybookDocument,
    variables: ({ body }) => ({ leadId: toGraphLeadId(body.leadId) }),
    present({ recommendPlaybook }, { body: { leadId } }) {
      const { playbook, reason, nextStep, suggestedAction } = recommendPlaybook;
      const next = nextStep && {
        number: nextStep.number,
        ...nextStep.step,
        dueAt: nextStep.dueAt,
        isDue: nextStep.isDue,
      };
      return succeed(
        { leadId, playbook: playbook && toClawcrmPlaybook(playbook), reason, nextStep: next, suggestedAction },
        { nextSteps: stepsAfter(recommendPlaybook, leadId) },
      );
    },
  }),
];
