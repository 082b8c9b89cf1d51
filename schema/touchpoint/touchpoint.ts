import type { Recorded } from '../../src/domain/touchpoints/add-touchpoint.ts';
import { recordTouchpoint } from '../../src/domain/touchpoints/record-touchpoint.ts';
import { builder } from '../builder/builder.ts';
import { childConnection, connectionType, offsetArg, pageArgs, pageComplexity } from '../builder/connection.ts';
import { TouchpointTypeEnum } from '../builder/enums.ts';
import { toGlobalId } from '../../src/ids.ts';
import { rowIdOf } from '../builder/global-id.ts';
import { belowLead } from '../lead/type.ts';
import { authorOf } from '../builder/loaders.ts';
import { AuthorRef } from '../workspace/type.ts';
import { AutomationRunRef, LeadRef, NodeRef, TouchpointRef } from '../builder/refs.ts';

TouchpointRef.implement({
  description: 'One contact with a lead, in either direction. It is kept as it was recorded.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('Touchpoint', id) }),
    type: t.field({ type: TouchpointTypeEnum, description: 'What kind of contact.', resolve: ({ type }) => type }),
    channel: t.exposeString('channel', { nullable: true, description: 'How: email, phone, linkedin or the like.' }),
    summary: t.exposeString('summary', { nullable: true, description: 'What it was about, or what was said.' }),
    metadata: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Anything else known of it.',
      resolve: ({ metadata }) => metadata,
    }),
    occurredAt: t.field({
      type: 'DateTime',
      description: 'When it took place.',
      resolve: ({ occurredAt }) => occurredAt,
    }),
    author: t.field({
      type: AuthorRef,
      nullable: true,
      description: 'Who recorded it; null where the product did by itself.',
      resolve: (row, _, { loaders }) => authorOf(row, loaders),
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was recorded.',
      resolve: ({ createdAt }) => createdAt,
    }),
    leadId: t.id({ description: 'The id of the lead.', resolve: ({ leadId }) => toGlobalId('Lead', leadId) }),
    lead: t.field({
      type: LeadRef,
      nullable: true,
      description: 'The lead; null where it was deleted. Needs `leads:read`.',
      authScopes: { scope: 'leads:read' },
      resolve: ({ leadId }, _, { loaders }) => loaders.lead.load(leadId),
    }),
  }),
});

const TouchpointConnection = connectionType(TouchpointRef, 'Touchpoint');

builder.objectField(LeadRef, 'touchpoints', (t) =>
  t.field({
    type: TouchpointConnection,
    nullable: true,
    description:
      'The contacts there were, the latest to take place first, as they are now; null in an event of a lead that is gone since. Needs `leads:read`.',
    authScopes: { scope: 'leads:read' },
    complexity: pageComplexity,
    args: {
      ...pageArgs(t.arg),
      ...offsetArg(t.arg),
      type: t.arg({ type: TouchpointTypeEnum, description: 'Only contacts of this type.' }),
    },
    resolve: (lead, args, { loaders }) =>
      belowLead(lead, loaders, () =>
        childConnection('Touchpoint', loaders.touchpointsOfLead, lead.id, args, () => ({
          filter: { type: args.type },
        })),
      ),
  }),
);

const RecordTouchpointInput = builder.inputType('RecordTouchpointInput', {
  description: 'A contact with a lead. Who recorded it is who sends this.',
  fields: (t) => ({
    leadId: t.id({ required: true, description: 'The lead.' }),
    type: t.field({ type: TouchpointTypeEnum, required: true, description: 'What kind of contact.' }),
    channel: t.string({ description: 'How: email, phone, linkedin or the like. Up to 50 characters.' }),
    summary: t.string({ description: 'What it was about, or what was said. Up to 10,000 characters.' }),
    metadata: t.field({ type: 'JSON', description: 'Anything else known of it: an object of at most 64 KiB.' }),
    occurredAt: t.field({
      type: 'DateTime',
      description: 'When it took place: from the year 2000 on, and not in the future. Now by default.',
    }),
  }),
});

export const RecordTouchpointPayload = builder.objectRef<Recorded>('RecordTouchpointPayload').implement({
  description: 'The contact that was recorded, and its lead after whatever followed.',
  fields: (t) => ({
    touchpoint: t.field({ type: TouchpointRef, description: 'The contact.', resolve: ({ touchpoint }) => touchpoint }),
    lead: t.field({ type: LeadRef, description: 'The lead.', resolve: ({ lead }) => lead }),
    automationRuns: t.field({
      type: [AutomationRunRef],
      description: 'How rules moved the lead because of it, in their order.',
      resolve: ({ runs }) => runs,
    }),
  }),
});

builder.mutationField('recordTouchpoint', (t) =>
  t.field({
    type: RecordTouchpointPayload,
    description:
      'Records a contact with a lead; NOT_FOUND where it is not there. Rules and campaigns that wait for its type act at once. Needs `leads:write`.',
    args: { input: t.arg({ type: RecordTouchpointInput, required: true, description: 'The contact.' }) },
    resolve: (_, { input }, context) => recordTouchpoint(context, { ...input, leadId: rowIdOf('Lead', input.leadId) }),
  }),
);
