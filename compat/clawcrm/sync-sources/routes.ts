import { base } from '../base.ts';
import { exampleId, prefixOf } from '../../../src/ids.ts';
import { notFound } from '../../../src/errors.ts';
import { shownIn } from '../../route/resources.ts';
import { route, type Route } from '../../route/route.ts';
import { type Notices, succeed } from '../envelope.ts';
import {
  CreateSyncSourceDocument,
  type CreateSyncSourceMutation,
  DeleteSyncSourceDocument,
  type SyncSourceRowFragment,
  SyncSourcesDocument,
  UpdateSyncSourceDocument,
} from '../generated/operations.ts';
import { nothingAsked } from '../nothing-asked.ts';
import {
  syncSourceTypes,
  toClawcrmSyncSource,
  toListedSource,
  toSyncSourceType,
  WireNewSyncSource,
  WireSyncSourceChanged,
  WireSyncSourceDeleted,
  WireSyncSourceId,
  WireSyncSourceList,
  WireSyncSourceMade,
  WireSyncSourceQuery,
  WireSyncSourceUpdate,
} from './wire.ts';

const path = '/stages/sync-sources';
const types = syncSourceTypes.join(', ');
const unknownId = `GET ${base}/stages/sync-sources shows the ids there are.`;

/** What there is to do about a source. A mailbox is connected in the graph. */
function notices({ id, type, enabled, targetStage }: SyncSourceRowFragment): Required<Notices> {
  if (!enabled) {
    return {
      warnings: ['This source is switched off.'],
      nextSteps: [`PUT ${base}/stages/sync-sources { id: '${id}', enabled: true } switches it on`],
    };
  }
  if (type !== 'GMAIL')
    return { warnings: [], nextSteps: [`GET ${base}/stages/sync-sources?id=${id} shows what was refused last`] };
  const stage = targetStage ? `, stage: ${JSON.stringify(targetStage.name)}` : '';
  return {
    warnings: ['This inbox is read once its mailbox is connected; until then, whoever reads it brings its leads.'],
    nextSteps: [
      `POST /graphql with the mutation connectMailbox { id: '${id}' } has it read`,
      `POST ${base}/leads { firstName, email${stage} } for each lead of this source`,
    ],
  };
}

function made({ syncSource: source, url, secret }: CreateSyncSourceMutation['createSyncSource']) {
  const { warnings, nextSteps } = notices(source);
  return succeed(
    { id: source.id, syncSource: { ...toClawcrmSyncSource(source), url, secret } },
    {
      warnings: url === null ? warnings : ['The address and the secret are shown this once: keep them.', ...warnings],
      nextSteps: url === null ? nextSteps : [howToPost(source.isSigned), ...nextSteps],
    },
  );
}

const howToPost = (isSigned: boolean): string =>
  isSigned
    ? 'POST { email, name, … } to syncSource.url with Authorization: Bearer <syncSource.secret>'
    : 'POST { email, name, … } to syncSource.url, as a form or as JSON';

const sourceIn = shownIn(path, 'sync_sources', prefixOf('SyncSource'));

/** Section "Stage Sync Sources". */
export const syncSourceRoutes: readonly Route[] = [
  route({
    method: 'get',
    path,
    kind: 'read',
    scope: 'leads:read',
    summary: 'List the sync sources',
    description: 'Newest first; with `id` that one alone.',
    hints: { INVALID: 'The one parameter is id (src_…).', NOT_FOUND: unknownId },
    query: WireSyncSourceQuery,
    reply: WireSyncSourceList,
    operation: SyncSourcesDocument,
    variables: () => ({}),
    present({ syncSources: { nodes } }, { query: { id } }) {
      const shown = id === undefined ? nodes : nodes.filter((source) => source.id === id);
      if (id !== undefined && shown.length === 0) throw notFound('sync source');
      return succeed({ syncSources: shown.map(toListedSource), total: shown.length });
    },
  }),
  route({
    method: 'post',
    path,
    kind: 'write',
    scope: 'pipeline:write',
    status: 201,
    summary: 'Make a source that leads of a stage come from',
    description:
      'Answers the address to post to and the secret, once. What comes there makes a lead in `targetStage`, or completes the one that has the e-mail address.',
    tellsOnce: true,
    hints: {
      INVALID: `Send \`name\` and \`type\` (${types}), and optionally \`targetStage\`, \`config\`, \`enabled\`, \`mapping\`, \`signed\`, \`leadsPerHour\`.`,
      CONFLICT: 'Delete a sync source that is no longer needed first.',
    },
    body: WireNewSyncSource,
    example: { name: 'Website form', type: 'form_webhook' },
    reply: WireSyncSourceMade,
    operation: CreateSyncSourceDocument,
    variables: ({ body: { type, ...input } }) => ({ input: { ...input, type: toSyncSourceType(type) } }),
    present: ({ createSyncSource }) => made(createSyncSource),
  }),
  route({
    method: 'put',
    path,
    kind: 'write',
    scope: 'pipeline:write',
    summary: 'Change a sync source',
    description: 'Takes the `id` in the body.',
    hints: {
      INVALID: `Send \`id\`, and what is to change of \`name\`, \`type\` (${types}), \`targetStage\`, \`config\`, \`enabled\`, \`mapping\`, \`signed\`, \`leadsPerHour\`.`,
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
