import type { SyncSource } from '../src/db/generated/prisma/client.ts';
import { createSyncSource } from '../src/domain/sync-sources/create-sync-source.ts';
import { deleteSyncSource } from '../src/domain/sync-sources/delete-sync-source.ts';
import { listSyncSources } from '../src/domain/sync-sources/list-sync-sources.ts';
import { updateSyncSource } from '../src/domain/sync-sources/update-sync-source.ts';
import { builder } from './builder/builder.ts';
import { connectionType, pageArgs, pageComplexity, toConnection, toPageInput } from './builder/connection.ts';
import { SyncSourceTypeEnum } from './builder/enums.ts';
import { toGlobalId } from '../src/ids.ts';
import { findRowId, rowIdOf } from './builder/global-id.ts';
import { loadOptional } from './builder/loaders.ts';
import { StageRef } from './workspace/type.ts';
import { NodeRef } from './builder/refs.ts';

export const SyncSourceRef = builder.objectRef<SyncSource>('SyncSource').implement({
  description: 'Where leads of a stage are to come from, as it was noted for the agents that bring them.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('SyncSource', id) }),
    name: t.exposeString('name', { description: 'What people call it.' }),
    type: t.field({ type: SyncSourceTypeEnum, description: 'What kind of source.', resolve: ({ type }) => type }),
    targetStage: t.field({
      type: StageRef,
      nullable: true,
      description: 'The stage its leads begin in; null is the default one.',
      resolve: ({ stageId }, _, { loaders }) => loadOptional(loaders.stage, stageId),
    }),
    config: t.field({
      type: 'JSON',
      nullable: true,
      description: 'How to reach it; flexible.',
      resolve: ({ config }) => config,
    }),
    enabled: t.exposeBoolean('enabled', {
      description: 'Whether it is in use; deleting its stage switches it off.',
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was made.', resolve: ({ createdAt }) => createdAt }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it last changed.',
      resolve: ({ updatedAt }) => updatedAt,
    }),
  }),
});

const SyncSourceConnection = connectionType(SyncSourceRef, 'SyncSource');

builder.queryField('syncSources', (t) =>
  t.field({
    type: SyncSourceConnection,
    description: 'Where leads are to come from, newest first: at most 100 in a workspace. Needs `leads:read`.',
    complexity: pageComplexity,
    args: pageArgs(t.arg),
    resolve: async (_, page, context) =>
      toConnection('SyncSource', await listSyncSources(context, toPageInput('SyncSource', page))),
  }),
);

const CreateSyncSourceInput = builder.inputType('CreateSyncSourceInput', {
  description: 'A new sync source.',
  fields: (t) => ({
    name: t.string({ required: true, description: '1 to 200 characters.' }),
    type: t.field({ type: SyncSourceTypeEnum, required: true, description: 'What kind of source.' }),
    targetStage: t.string({
      description: 'The id, key or name of the stage its leads begin in; the default one by default.',
    }),
    config: t.field({
      type: 'JSON',
      description: 'How to reach it: an object of at most 64 KiB. Readers of leads see it.',
    }),
    enabled: t.boolean({ description: 'Whether it is in use; it is by default.' }),
  }),
});

const UpdateSyncSourceInput = builder.inputType('UpdateSyncSourceInput', {
  description: 'What to change of a sync source. An absent field stays; null clears one that may be empty.',
  fields: (t) => ({
    name: t.string({ description: '1 to 200 characters.' }),
    type: t.field({ type: SyncSourceTypeEnum, description: 'What kind of source.' }),
    targetStage: t.string({
      description: 'The id, key or name of the stage its leads begin in; null is the default one.',
    }),
    config: t.field({
      type: 'JSON',
      description: 'How to reach it: an object of at most 64 KiB, in place of what there is.',
    }),
    enabled: t.boolean({ description: 'Whether it is in use.' }),
  }),
});

/** The object a mutation answers: the source it changed. */
const payload = (name: string, verb: string) =>
  builder.objectRef<{ syncSource: SyncSource }>(name).implement({
    description: `The sync source that was ${verb}.`,
    fields: (t) => ({
      syncSource: t.field({
        type: SyncSourceRef,
        description: 'The sync source.',
        resolve: ({ syncSource }) => syncSource,
      }),
    }),
  });

/** A stage may be given as its id, key or name. */
const toRows = <Input extends { targetStage?: string | null | undefined }>(input: Input) => ({
  ...input,
  targetStage: input.targetStage && (findRowId('Stage', input.targetStage) ?? input.targetStage),
});

const id = { required: true, description: 'The sync source’s id.' } as const;
const needs = 'Needs `pipeline:write`, and a key that is locked to no business.';

builder.mutationFields((t) => ({
  createSyncSource: t.field({
    type: payload('CreateSyncSourcePayload', 'made'),
    description: `Notes where leads of a stage are to come from; at most 100. ${needs}`,
    args: { input: t.arg({ type: CreateSyncSourceInput, required: true, description: 'The new sync source.' }) },
    resolve: async (_, { input }, context) => ({ syncSource: await createSyncSource(context, toRows(input)) }),
  }),
  updateSyncSource: t.field({
    type: payload('UpdateSyncSourcePayload', 'changed'),
    description: `Changes a sync source. The same again changes nothing. ${needs}`,
    args: {
      id: t.arg.id(id),
      input: t.arg({ type: UpdateSyncSourceInput, required: true, description: 'What to change.' }),
    },
    resolve: async (_, { id: given, input: { name, type, enabled, ...nullable } }, context) => ({
      syncSource: await updateSyncSource(context, rowIdOf('SyncSource', given), {
        ...toRows(nullable),
        name: name ?? undefined,
        type: type ?? undefined,
        enabled: enabled ?? undefined,
      }),
    }),
  }),
  deleteSyncSource: t.field({
    type: payload('DeleteSyncSourcePayload', 'removed'),
    description: `Removes a sync source for good; NOT_FOUND the second time. ${needs}`,
    args: { id: t.arg.id(id) },
    resolve: async (_, { id: given }, context) => ({
      syncSource: await deleteSyncSource(context, rowIdOf('SyncSource', given)),
    }),
  }),
}));
