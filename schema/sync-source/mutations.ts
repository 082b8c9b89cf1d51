import type { SyncSource } from '../../src/db/generated/prisma/client.ts';
import { createSyncSource } from '../../src/domain/sync-sources/create-sync-source.ts';
import { deleteSyncSource } from '../../src/domain/sync-sources/delete-sync-source.ts';
import { rotateSyncSourceSecret } from '../../src/domain/sync-sources/rotate-sync-source-secret.ts';
import type { WithShown } from '../../src/domain/sync-sources/source-secrets.ts';
import { updateSyncSource } from '../../src/domain/sync-sources/update-sync-source.ts';
import { builder } from '../builder/builder.ts';
import { SyncSourceTypeEnum } from './enums.ts';
import { findRowId, rowIdOf } from '../builder/global-id.ts';
import { secret } from '../builder/secret.ts';
import { SyncSourceRef } from './type.ts';

const mappingHelp =
  'Where in a body each field stands, as JSON pointers: {"email": "/contact/email"}. Of email, name, firstName, lastName, phone, company, jobTitle, need, budget, authority, timeline; null for the usual names.';
const signedHelp =
  'Whether a GENERIC_WEBHOOK signs what it posts or sends its secret; true by default. One that does not is treated as a form is.';
const perHourHelp =
  'Leads that it may make or complete in any hour: 1 to 100,000. Null is 30 where anybody may post, and else no limit.';

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
      description: 'Notes about it: an object of at most 64 KiB. Readers of leads see it, so no password belongs here.',
    }),
    enabled: t.boolean({ description: 'Whether it is in use; it is by default.' }),
    mapping: t.field({ type: 'JSON', description: mappingHelp }),
    signed: t.boolean({ description: signedHelp }),
    leadsPerHour: t.int({ description: perHourHelp }),
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
      description: 'Notes about it: an object of at most 64 KiB, in place of what there is.',
    }),
    enabled: t.boolean({ description: 'Whether it is in use.' }),
    mapping: t.field({ type: 'JSON', description: `${mappingHelp} In place of what there is.` }),
    signed: t.boolean({ description: signedHelp }),
    leadsPerHour: t.int({ description: perHourHelp }),
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

const shownPayload = (name: string, description: string) =>
  builder.objectRef<WithShown>(name).implement({
    description,
    fields: (t) => ({
      syncSource: t.field({
        type: SyncSourceRef,
        description: 'The sync source.',
        resolve: ({ syncSource }) => syncSource,
      }),
      url: t.exposeString('url', {
        nullable: true,
        description: 'The address to post to; null where it has none, or keeps the one it had. Shown this once.',
        extensions: secret,
      }),
      secret: t.exposeString('secret', {
        nullable: true,
        description: 'What to send as a Bearer token or to sign with; null where anybody may post. Shown this once.',
        extensions: secret,
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
    type: shownPayload('CreateSyncSourcePayload', 'The sync source that was made, its address and its secret.'),
    description: `Makes a source that leads come from; at most 100. ${needs}`,
    args: { input: t.arg({ type: CreateSyncSourceInput, required: true, description: 'The new sync source.' }) },
    resolve: (_, { input }, context) => createSyncSource(context, toRows(input)),
  }),
  updateSyncSource: t.field({
    type: payload('UpdateSyncSourcePayload', 'changed'),
    description: `Changes a sync source. The same again changes nothing. ${needs}`,
    args: {
      id: t.arg.id(id),
      input: t.arg({ type: UpdateSyncSourceInput, required: true, description: 'What to change.' }),
    },
    resolve: async (_, { id: given, input: { name, type, enabled, signed, ...nullable } }, context) => ({
      syncSource: await updateSyncSource(context, rowIdOf('SyncSource', given), {
        ...toRows(nullable),
        name: name ?? undefined,
        type: type ?? undefined,
        enabled: enabled ?? undefined,
        signed: signed ?? undefined,
      }),
    }),
  }),
  rotateSyncSourceSecret: t.field({
    type: shownPayload('RotateSyncSourceSecretPayload', 'The sync source, and what is new.'),
    description: `Gives a source a new secret; one without a secret a new address. What was before is taken until the overlap ends; meanwhile a second rotation is a CONFLICT, unless it ends the overlap. ${needs}`,
    args: {
      id: t.arg.id(id),
      address: t.arg.boolean({
        description: 'Whether a source with a secret gets a new address, too; false by default.',
      }),
      overlapHours: t.arg.int({ description: 'How long what was before is taken: 0 to 168, 24 by default.' }),
    },
    resolve: (_, { id: given, ...input }, context) =>
      rotateSyncSourceSecret(context, rowIdOf('SyncSource', given), input),
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
