import { base } from '../base.ts';
import { exampleId, prefixOf } from '../../../src/ids.ts';
import { shownIn } from '../../route/resources.ts';
import { toLeadStatus } from '../../lead-mapping.ts';
import { route, type Route } from '../../route/route.ts';
import { effectNotices } from '../campaigns/effect-notices.ts';
import { countOf } from '../count-of.ts';
import { type Notices, succeed } from '../envelope.ts';
import {
  CreateStageDocument,
  DeleteStageDocument,
  type DeleteStageMutation,
  StageDocument,
  StagesDocument,
  type StageRowFragment,
  UpdateStageDocument,
} from '../generated/operations.ts';
import { takesNothing } from '../hints.ts';
import { readAgain } from '../read-again.ts';
import { nothingAsked } from '../nothing-asked.ts';
import {
  toClawcrmStage,
  WireNewStage,
  WireStageChanged,
  WireStageDeleted,
  WireStageDeletion,
  WireStageList,
  WireStageMade,
  WireStageUpdate,
} from './wire.ts';
import { stoppedNotices } from './stopped-notices.ts';

const path = '/stages';
const takenName = `Use another name, or change the stage there is: GET ${base}/stages shows its id.`;
const unknownId = `GET ${base}/stages shows the ids there are.`;

const made = (stage: StageRowFragment) =>
  succeed(
    { id: stage.id, stage: toClawcrmStage(stage) },
    {
      warnings: stage.isDefault ? [`Leads that name no stage begin in "${stage.name}" from now on.`] : [],
      nextSteps: [`PATCH ${base}/leads/{leadId} { stage: ${JSON.stringify(stage.name)} } moves a lead into it.`],
    },
  );

function deletionNotices(deleted: DeleteStageMutation['deleteStage']): Notices {
  const { stage, movedTo, movedLeads, campaignEffects } = deleted;
  const effects = effectNotices(campaignEffects);
  const { warnings, nextSteps } = stoppedNotices(deleted, 'it');
  return {
    warnings: [
      ...(movedLeads > 0 ? [`${countOf(movedLeads, 'lead')} moved to "${movedTo.name}".`] : []),
      ...(stage.isDefault ? [`"${movedTo.name}" is the default stage now.`] : []),
      ...effects.warnings,
      ...warnings,
    ],
    nextSteps: [...nextSteps, ...effects.nextSteps],
  };
}

const stageIn = shownIn(path, 'stages', prefixOf('Stage'));

/** Section "Pipeline": the stages leads move through. */
export const stageRoutes: readonly Route[] = [
  route({
    method: 'get',
    path,
    kind: 'read',
    scope: 'leads:read',
    summary: 'List the pipeline’s stages',
    description: 'In their order, with the leads in each.',
    hints: takesNothing,
    reply: WireStageList,
    operation: StagesDocument,
    variables: () => ({}),
    present: ({ stages }) => succeed({ stages: stages.map(toClawcrmStage), total: stages.length }),
  }),
  route({
    method: 'post',
    path,
    kind: 'write',
    scope: 'pipeline:write',
    status: 201,
    summary: 'Add a stage',
    hints: {
      INVALID:
        'Send `name`, and optionally `order` (0 to 10,000), `isDefault` and `status` (new, contacted, replied, converted, closed, spam).',
      CONFLICT: takenName,
    },
    body: WireNewStage,
    example: { name: 'Demo booked', order: 3 },
    reply: WireStageMade,
    operation: CreateStageDocument,
    variables: ({ body: { status, ...input } }) => ({ input: { ...input, status: toLeadStatus(status) } }),
    present: ({ createStage }) => made(createStage.stage),
    rebuild: readAgain({ type: 'Stage', operation: StageDocument, scope: 'leads:read', present: made }),
  }),
  route({
    method: 'put',
    path,
    kind: 'write',
    scope: 'pipeline:write',
    summary: 'Change a stage',
    description: 'Takes the `id` in the body. Another default stage is named by `isDefault: true` on it.',
    hints: {
      INVALID: 'Send `id`, and what is to change of `name`, `order`, `isDefault` and `status`.',
      NOT_FOUND: unknownId,
      CONFLICT: `${takenName} A default stage stops being it when another one is made the default.`,
    },
    body: WireStageUpdate,
    example: { id: exampleId('Stage'), name: 'Demo held' },
    reply: WireStageChanged,
    operation: UpdateStageDocument,
    resource: ({ body }) => stageIn(body),
    variables: ({ body: { id, status, ...input } }) => ({ id, input: { ...input, status: toLeadStatus(status) } }),
    present: ({ updateStage }, { body }) =>
      succeed({ stage: toClawcrmStage(updateStage.stage) }, { warnings: nothingAsked(body) }),
  }),
  route({
    method: 'delete',
    path,
    kind: 'write',
    scope: 'pipeline:write',
    summary: 'Delete a stage',
    description:
      'Its leads move to `moveTo`, else to the default stage. With very many leads this takes a while; called again it goes on.',
    hints: {
      INVALID: 'Send the stage as `?id=stg_…`, and optionally `&moveTo=` another stage’s name, key or id.',
      NOT_FOUND: unknownId,
      CONFLICT: `Add another stage with POST ${base}/stages first.`,
    },
    query: WireStageDeletion,
    reply: WireStageDeleted,
    operation: DeleteStageDocument,
    resource: ({ query }) => stageIn(query),
    variables: ({ query }) => query,
    present: ({ deleteStage }) => {
      const { stage, movedTo, movedLeads } = deleteStage;
      return succeed({ id: stage.id, movedTo: toClawcrmStage(movedTo), movedLeads }, deletionNotices(deleteStage));
    },
  }),
];
