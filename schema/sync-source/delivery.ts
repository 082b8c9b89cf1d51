import type { SyncDelivery } from '../../src/db/generated/prisma/client.ts';
import { toGlobalId } from '../../src/ids.ts';
import { builder } from '../builder/builder.ts';
import { childConnection, connectionType, pageArgs, pageComplexity } from '../builder/connection.ts';
import { SyncDeliveryOutcomeEnum } from './enums.ts';
import { fresh } from '../builder/fresh.ts';
import { loadOptional } from '../builder/loaders.ts';
import { LeadRef, NodeRef } from '../builder/refs.ts';
import { SyncSourceRef } from './type.ts';

export const SyncDeliveryRef = builder.objectRef<SyncDelivery>('SyncDelivery').implement({
  description: 'What came to a sync source, and what was made of it.',
  extensions: fresh('operational'),
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('SyncDelivery', id) }),
    outcome: t.field({
      type: SyncDeliveryOutcomeEnum,
      description: 'What was made of it.',
      resolve: ({ outcome }) => outcome,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was refused; null where it was not.' }),
    contentType: t.exposeString('contentType', { nullable: true, description: 'What it said that it was.' }),
    bytes: t.exposeInt('bytes', { description: 'How much came.' }),
    body: t.exposeString('body', {
      nullable: true,
      description:
        'The beginning of it as JSON, without what looks like a secret; null where it could not be read or did not come from the source, and once its lead is gone for good.',
    }),
    lead: t.field({
      type: LeadRef,
      nullable: true,
      description: 'The lead that it told of; null where there is none, or it was deleted. Needs `leads:read`.',
      authScopes: { scope: 'leads:read' },
      resolve: ({ leadId }, _, { loaders }) => loadOptional(loaders.lead, leadId),
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it came.', resolve: ({ createdAt }) => createdAt }),
  }),
});

const SyncDeliveryConnection = connectionType(SyncDeliveryRef, 'SyncDelivery');

builder.objectField(SyncSourceRef, 'deliveries', (t) =>
  t.field({
    type: SyncDeliveryConnection,
    description: 'What came to it, newest first; kept as long as events are. Needs `leads:read`.',
    authScopes: { scope: 'leads:read' },
    extensions: fresh('operational'),
    complexity: pageComplexity,
    args: {
      ...pageArgs(t.arg),
      outcome: t.arg({ type: SyncDeliveryOutcomeEnum, description: 'Only what became this.' }),
    },
    resolve: ({ id }, args, { loaders }) =>
      childConnection('SyncDelivery', loaders.deliveriesOfSource, id, args, () => ({
        filter: { outcome: args.outcome },
      })),
  }),
);
