import { base } from '../base.ts';
import { exampleId, prefixOf } from '../../../src/ids.ts';
import { shownIn } from '../../route/resources.ts';
import { route, type Route } from '../../route/route.ts';
import { type Notices, succeed } from '../envelope.ts';
import {
  CreateSyncSourceDocument,
  DeleteSyncSourceDocument,
  SyncSourceDocument,
  type SyncSourceRowFragment,
  SyncSourcesDocument,
  UpdateSyncSourceDocument,
} from '../generated/operations.ts';
import { takesNothing } from '../hints.ts';
import { readAgain } from '../read-again.ts';
import { nothingAsked } from '../nothing-asked.ts';
import {
  syncSourceTypes,
  toClawcrmSyncSource,
  toSyncSourceType,
  WireNewSyncSource,
  WireSyncSourceChanged,
  WireSyncSourceDeleted,
  WireSyncSourceId,
  WireSyncSourceList,
  WireSyncSourceMade,
  WireSyncSourceUpdate,
} from './wire.ts';

const path = '/stages/sync-sources';
const types = syncSourceTypes.join(', ');
const unknownId = `GET ${base}/stages/sync-sources shows the ids there are.`;

/** What brings leads is whoever reads this: nothing here fetches them by itself. */
function notices({ id, enabled, targetStage }: SyncSourceRowFragment): Required<Notices> {
  if (!enabled) {
    return {
      warnings: ['This source is switched off.'],
      nextSteps: [`PUT ${base}/stages/sync-sources { id: '${id}', enabled: true } switches it on`],
    };
  }
  const stage = targetStage ? `, stage: ${JSON.stringify(targetStage.name)}` : '';
  return {
    warnings: ['Nothing fetches leads from this source by itself: whoever reads it brings them.'],
    nextSteps: [`POST ${base}/leads { firstName, email${stage} } for each lead of this source`],
  };
}

const made = (source: SyncSourceRowFragment) =>
  succeed({ id: source.id, syncSource: toClawcrmSyncSource(source) }, notices(source));

const sourceIn = shownIn(path, 'sync_sources', prefixOf('SyncSource'));

/** Section "Stage Sync Sources". */
export const syncSourceRoutes: readonly Route[] = [
  route({
    method: 'get',
    path,
    kind: 'read',
    scope: 'leads:read',
    summary: 'List the sync sources',
    description: 'Newest first.',
    hints: takesNothing,
    reply: WireSyncSourceList,
    operation: SyncSourcesDocument,
    variables: () => ({}),
    present: ({ syncSources: { nodes, totalCount: total } }) =>
      succeed({ syncSources: nodes.map(toClawcrmSyncSource), total }),
  }),
  route({
    method: 'post',
    path,
    kind: 'write',
    scope: 'pipeline:write',
    status: 201,
    summary: 'Note a source that leads of a stage come from',
    hints: {
      INVALID: `Send \`name\` and \`type\` (${types}), and optionally \`targetStage\`, \`config\`, \`enabled\`.`,
      CONFLICT: 'Delete a sync source that is no longer needed first.',
    },
    body: WireNewSyncSource,
    example: { name: 'Website form', type: 'form_webhook' },
    reply: WireSyncSourceMade,
    operation: CreateSyncSourceDocument,
    variables: ({ body: { type, ...input } }) => ({ input: { ...input, type: toSyncSourceType(type) } }),
    present: ({ createSyncSource }) => made(createSyncSource.syncSource),
    rebuild: readAgain({ type: 'SyncSource', operation: SyncSourceDocument, scope: 'leads:read', present: made }),
  }),
  route({
    method: 'put',
    path,
    kind: 'write',
    scope: 'pipeline:write',
    summary: 'Change a sync source',
    description: 'Takes the `id` in the body.',
    hints: {
      INVALID: `Send \`id\`, and what is to change of \`name\`, \`type\` (${types}), \`targetStage\`, \`config\`, \`enabled\`.`,
      NOT_FOUND: unknownId,
    },
    body: WireSyncSourceUpdate,
    example: { id: exampleId('SyncSource'), enabled: false },
    reply: WireSyncSourceChanged,
    operation: UpdateSyncSourceDocument,
    resource: ({ body }) => sourceIn(body),
    variables: ({ body: { id, type, ...input } }) => ({ id, input: { ...input, type: toSyncSourceType(type) } }),
    present({ updateSyncSource: { syncSource } }, { body }) {
      const { warnings, nextSteps } = notices(syncSource);
      return succeed(
        { syncSource: toClawcrmSyncSource(syncSource) },
        { warnings: [...nothingAsked(body), ...warnings], nextSteps },
      );
    },
  }),
  route({
    method: 'delete',
    path,
    kind: 'write',
    scope: 'pipeline:write',
    summary: 'Delete a sync source',
    description: 'For good. Leads that came from it stay.',
    hints: { INVALID: 'Send the sync source as `?id=src_…`.', NOT_FOUND: unknownId },
    query: WireSyncSourceId,
    reply: WireSyncSourceDeleted,
    operation: DeleteSyncSourceDocument,
    resource: ({ query }) => sourceIn(query),
    variables: ({ query }) => query,
    present: ({ deleteSyncSource }) => succeed({ id: deleteSyncSource.syncSource.id }),
  }),
];
