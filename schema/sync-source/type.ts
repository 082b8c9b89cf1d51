import type { SyncSource } from '../../src/db/generated/prisma/client.ts';
import { isSigned, leadsPerHourOf } from '../../src/domain/sync-sources/is-signed.ts';
import { toGlobalId } from '../../src/ids.ts';
import { builder } from '../builder/builder.ts';
import { SyncSourceTypeEnum } from './enums.ts';
import { loadOptional } from '../builder/loaders.ts';
import { NodeRef } from '../builder/refs.ts';
import { StageRef } from '../workspace/type.ts';

export const SyncSourceRef = builder.objectRef<SyncSource>('SyncSource').implement({
  description:
    'Where leads of a stage come from: a form, a tool or an agent that posts to an address of ours, or an inbox.',
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
      description: 'Notes about it, such as where the form stands; flexible.',
      resolve: ({ config }) => config,
    }),
    enabled: t.exposeBoolean('enabled', {
      description: 'Whether it is in use; deleting its stage switches it off.',
    }),
    isSigned: t.boolean({
      description:
        'Whether only who holds its secret may post to it. What anybody may post fills empty fields only, and moves no lead.',
      resolve: isSigned,
    }),
    hasAddress: t.boolean({
      description: 'Whether it has an address of ours; `rotateSyncSourceSecret` gives one to a source that lacks it.',
      resolve: ({ tokenHash }) => tokenHash !== null,
    }),
    mapping: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Where in a body each field stands, as JSON pointers; null for the usual names.',
      resolve: ({ mapping }) => mapping,
    }),
    leadsPerHour: t.int({
      nullable: true,
      description: 'Leads that it may make or complete in any hour; null for one that signs is no limit.',
      resolve: leadsPerHourOf,
    }),
    overlapEndsAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when the address or secret before the latest rotation is taken, too.',
      resolve: ({ previousExpiresAt }) => previousExpiresAt,
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was made.', resolve: ({ createdAt }) => createdAt }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it last changed.',
      resolve: ({ updatedAt }) => updatedAt,
    }),
  }),
});
