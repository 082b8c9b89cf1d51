import type { Business, Widget } from '../src/db/generated/prisma/client.ts';
import { createBusiness } from '../src/domain/businesses/create-business.ts';
import { listBusinesses } from '../src/domain/businesses/list-businesses.ts';
import { createWidget } from '../src/domain/widgets/create-widget.ts';
import { listWidgets } from '../src/domain/widgets/list-widgets.ts';
import { limits } from '../src/limits.ts';
import { builder } from './builder/builder.ts';
import { connectionType, pageArgs, pageComplexity, toConnection, toPageInput } from './builder/connection.ts';
import { fresh } from './builder/fresh.ts';
import { toGlobalId } from '../src/ids.ts';
import { referencedRowId } from './builder/global-id.ts';
import { loadOptional } from './builder/loaders.ts';
import { NodeRef } from './builder/refs.ts';
import { secret } from './builder/secret.ts';

export const BusinessRef = builder.prismaObject('Business', {
  description: 'A part of a workspace that keys can be locked to: nothing outside it exists for them.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('Business', id) }),
    name: t.exposeString('name', { description: 'What people call it.' }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was made.', resolve: ({ createdAt }) => createdAt }),
  }),
});

export const WidgetRef = builder.prismaObject('Widget', {
  description: 'A chat on somebody’s page, known by its public key.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('Widget', id) }),
    name: t.exposeString('name', { description: 'What people call it.' }),
    allowedOrigins: t.exposeStringList('allowedOrigins', {
      description: 'The pages that may use its key; `*` is any. Callers without an Origin are accepted.',
    }),
    leadsPerHour: t.exposeInt('leadsPerHour', {
      description: 'How many leads its chats may make in any hour. Beyond, a chat goes on without making one.',
    }),
    conversationsNotCaptured: t.int({
      nullable: true,
      description:
        'How many of its conversations could have made a lead and did not, since the leads of an hour or of the plan were used up: see `Conversation.notCapturedAt`. Needs `conversations:read`.',
      authScopes: { scope: 'conversations:read' },
      resolve: ({ id }, _, { loaders }) => loaders.notCapturedOfWidget.load(id),
    }),
    knowledge: t.string({
      nullable: true,
      description:
        'What its model answers visitors from, as far as one is set up: public by what it is for. Null for nothing.',
      resolve: async ({ id }, _, { loaders }) => (await loaders.assistantOfWidget.load(id)).knowledge,
    }),
    modelTokensPerDay: t.int({
      description: 'How many tokens its chats may have a model use in a day, in UTC. Beyond, the rules answer.',
      resolve: async ({ id }, _, { loaders }) => (await loaders.assistantOfWidget.load(id)).tokensPerDay,
    }),
    modelTokensToday: t.int({
      description: 'How many of them are used today, those of answers under way included.',
      extensions: fresh('operational'),
      resolve: ({ id }, _, { loaders }) => loaders.modelTokensOfWidget.load(id),
    }),
    demoKey: t.string({
      nullable: true,
      description:
        'Its public key, where it is the widget that was made at first start, whose demo page shows it to everybody; null of any other, whose key is shown once. Needs `widgets:read`.',
      authScopes: { scope: 'widgets:read' },
      extensions: fresh('configuration'),
      resolve: ({ id }, _, { loaders }) => loaders.demoKeyOfWidget.load(id),
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was made.', resolve: ({ createdAt }) => createdAt }),
    business: t.field({
      type: BusinessRef,
      nullable: true,
      description: 'The business its conversations and leads belong to.',
      resolve: ({ businessId }, _, { loaders }) => loadOptional(loaders.business, businessId),
    }),
  }),
});

const BusinessConnection = connectionType(BusinessRef, 'Business');
const WidgetConnection = connectionType(WidgetRef, 'Widget');

builder.queryFields((t) => ({
  businesses: t.field({
    type: BusinessConnection,
    description: 'Businesses, newest first. Needs `businesses:read`.',
    complexity: pageComplexity,
    args: pageArgs(t.arg),
    resolve: async (_, page, context) =>
      toConnection('Business', await listBusinesses(context, toPageInput('Business', page))),
  }),
  widgets: t.field({
    type: WidgetConnection,
    description: 'Chat widgets, newest first. Needs `widgets:read`.',
    complexity: pageComplexity,
    args: pageArgs(t.arg),
    resolve: async (_, page, context) =>
      toConnection('Widget', await listWidgets(context, toPageInput('Widget', page))),
  }),
}));

const CreateBusinessInput = builder.inputType('CreateBusinessInput', {
  description: 'A new business.',
  fields: (t) => ({ name: t.string({ required: true, description: '1 to 200 characters.' }) }),
});

const CreateBusinessPayload = builder.objectRef<{ business: Business }>('CreateBusinessPayload').implement({
  description: 'The business that was made.',
  fields: (t) => ({
    business: t.field({ type: BusinessRef, description: 'The business.', resolve: ({ business }) => business }),
  }),
});

const CreateWidgetInput = builder.inputType('CreateWidgetInput', {
  description: 'A new chat widget.',
  fields: (t) => ({
    name: t.string({ required: true, description: '1 to 200 characters.' }),
    allowedOrigins: t.stringList({ description: 'Origins such as https://example.com, or `*`; at most 100.' }),
    businessId: t.id({ description: 'The business its conversations and leads will belong to.' }),
    leadsPerHour: t.int({
      description: `How many leads its chats may make in any hour, 0 to 10,000; ${limits.leadsPerHour} where absent.`,
    }),
    key: t.string({
      description:
        'A public key that pages carry already: `cw_live_` and 20 to 200 visible ASCII characters; absent makes one. Needs `staff` where anybody may sign up.',
    }),
  }),
});

const CreateWidgetPayload = builder.objectRef<{ widget: Widget; key: string }>('CreateWidgetPayload').implement({
  description: 'The widget that was made, and its key.',
  fields: (t) => ({
    widget: t.field({ type: WidgetRef, description: 'The widget.', resolve: ({ widget }) => widget }),
    key: t.exposeString('key', {
      description: 'The public key for its page script, `cw_live_…`. Shown this once.',
      extensions: secret,
    }),
  }),
});

builder.mutationFields((t) => ({
  createBusiness: t.field({
    type: CreateBusinessPayload,
    description: 'Makes a business. Needs `businesses:write`.',
    args: { input: t.arg({ type: CreateBusinessInput, required: true, description: 'The new business.' }) },
    resolve: async (_, { input }, context) => ({ business: await createBusiness(context, input) }),
  }),
  createWidget: t.field({
    type: CreateWidgetPayload,
    description: 'Makes a chat widget and its public key. Needs `widgets:write`.',
    args: { input: t.arg({ type: CreateWidgetInput, required: true, description: 'The new widget.' }) },
    resolve: (_, { input }, context) =>
      createWidget(context, { ...input, businessId: referencedRowId('Business', 'businessId', input.businessId) }),
  }),
}));
