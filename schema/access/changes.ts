import type { Business, Member, Widget } from '../../src/db/generated/prisma/client.ts';
import { updateBusiness } from '../../src/domain/businesses/update-business.ts';
import { importApiKey } from '../../src/domain/keys/import-api-key.ts';
import { updateApiKey } from '../../src/domain/keys/update-api-key.ts';
import { removeMember } from '../../src/domain/members/remove-member.ts';
import { updateMember } from '../../src/domain/members/update-member.ts';
import { deleteWidget } from '../../src/domain/widgets/delete-widget.ts';
import { updateWidget } from '../../src/domain/widgets/update-widget.ts';
import { ApiKeyRef, type KeyNode } from './type.ts';
import { limits } from '../../src/limits.ts';
import { builder } from '../builder/builder.ts';
import { DialectEnum, MemberRoleEnum } from '../builder/enums.ts';
import { referencedRowId, rowIdOf } from '../builder/global-id.ts';
import { MemberRef } from '../workspace/type.ts';
import { BusinessRef, WidgetRef } from '../widget.ts';

const memberPayload = (name: string, description: string) =>
  builder.objectRef<{ member: Member }>(name).implement({
    description,
    fields: (t) => ({
      member: t.field({ type: MemberRef, description: 'The member.', resolve: ({ member }) => member }),
    }),
  });

const widgetPayload = (name: string, description: string) =>
  builder.objectRef<{ widget: Widget }>(name).implement({
    description,
    fields: (t) => ({
      widget: t.field({ type: WidgetRef, description: 'The widget.', resolve: ({ widget }) => widget }),
    }),
  });

const keyPayload = (name: string, description: string) =>
  builder.objectRef<{ apiKey: KeyNode }>(name).implement({
    description,
    fields: (t) => ({ apiKey: t.field({ type: ApiKeyRef, description: 'The key.', resolve: ({ apiKey }) => apiKey }) }),
  });

const UpdateBusinessPayload = builder.objectRef<{ business: Business }>('UpdateBusinessPayload').implement({
  description: 'The business that was changed.',
  fields: (t) => ({
    business: t.field({ type: BusinessRef, description: 'The business.', resolve: ({ business }) => business }),
  }),
});

const ImportApiKeyInput = builder.inputType('ImportApiKeyInput', {
  description: 'A key that a vendor issued and an integration holds already.',
  fields: (t) => ({
    name: t.string({ required: true, description: '1 to 200 characters.' }),
    dialect: t.field({ type: DialectEnum, required: true, description: 'The vendor’s API it speaks.' }),
    secret: t.string({
      required: true,
      description:
        'The whole credential: the vendor’s prefix and 20 to 200 visible ASCII characters. Only its hash is kept.',
    }),
    scopes: t.stringList({ description: 'What it may do, as in `createApiKey`.' }),
    businessId: t.id({ description: 'The business to lock it to.' }),
    expiresAt: t.field({ type: 'DateTime', description: 'When it is to end by itself, as in `createApiKey`.' }),
  }),
});

const UpdateApiKeyInput = builder.inputType('UpdateApiKeyInput', {
  description: 'What to change of a key. An absent field stays.',
  fields: (t) => ({ name: t.string({ description: '1 to 200 characters.' }) }),
});

const UpdateMemberInput = builder.inputType('UpdateMemberInput', {
  description: 'What to change of a member. An absent field stays, null takes an address or picture away.',
  fields: (t) => ({
    name: t.string({ description: '1 to 200 characters.' }),
    email: t.string({ description: 'An e-mail address.' }),
    avatarUrl: t.string({ description: 'The http(s) address of a picture.' }),
    role: t.field({
      type: MemberRoleEnum,
      description: 'What it may do, and every key bound to it at most. It can be another one, and not none again.',
    }),
  }),
});

const UpdateBusinessInput = builder.inputType('UpdateBusinessInput', {
  description: 'What to change of a business. An absent field stays.',
  fields: (t) => ({ name: t.string({ description: '1 to 200 characters.' }) }),
});

const UpdateWidgetInput = builder.inputType('UpdateWidgetInput', {
  description: 'What to change of a chat widget. An absent field stays.',
  fields: (t) => ({
    name: t.string({ description: '1 to 200 characters.' }),
    allowedOrigins: t.stringList({
      description:
        'All origins that may use its key, in place of those before: such as https://example.com, or `*`; at most 100.',
    }),
    leadsPerHour: t.int({ description: 'How many leads its chats may make in any hour, 0 to 10,000.' }),
    knowledge: t.string({
      description: `What its model answers visitors from, up to ${limits.knowledgeChars} characters, and so public; null takes it away.`,
    }),
    modelTokensPerDay: t.int({
      description: 'What its chats may have a model use in a day, 0 to 1,000,000,000 tokens.',
    }),
  }),
});

builder.mutationFields((t) => ({
  importApiKey: t.field({
    type: keyPayload('ImportApiKeyPayload', 'The key that was taken in.'),
    description:
      'Takes in a key that was issued elsewhere, so that an integration keeps the one it holds; one that was revoked in this workspace comes back. Needs `keys:write` and every scope it grants, and `staff` where anybody may sign up.',
    args: { input: t.arg({ type: ImportApiKeyInput, required: true, description: 'The key.' }) },
    resolve: async (_, { input }, context) => ({
      apiKey: await importApiKey(context, {
        ...input,
        businessId: referencedRowId('Business', 'businessId', input.businessId),
      }),
    }),
  }),
  updateApiKey: t.field({
    type: keyPayload('UpdateApiKeyPayload', 'The key that was changed.'),
    description: 'Renames a key. Needs `keys:write`, and every scope the key holds.',
    args: {
      id: t.arg.id({ required: true, description: 'The key’s id.' }),
      input: t.arg({ type: UpdateApiKeyInput, required: true, description: 'What to change.' }),
    },
    resolve: async (_, { id, input }, context) => ({
      apiKey: await updateApiKey(context, rowIdOf('ApiKey', id), { name: input.name ?? undefined }),
    }),
  }),
  updateMember: t.field({
    type: memberPayload('UpdateMemberPayload', 'The member that was changed.'),
    description:
      'Changes what a member is called and shown as, and its role, which holds at once: what it has open ends, to be opened again within the new role. The last owner stays one. Needs `members:write`, and every scope of the role before and after.',
    args: {
      id: t.arg.id({ required: true, description: 'The member’s id.' }),
      input: t.arg({ type: UpdateMemberInput, required: true, description: 'What to change.' }),
    },
    resolve: async (_, { id, input: { name, role, ...rest } }, context) => ({
      member: await updateMember(context, rowIdOf('Member', id), {
        ...rest,
        name: name ?? undefined,
        role: role ?? undefined,
      }),
    }),
  }),
  removeMember: t.field({
    type: memberPayload('RemoveMemberPayload', 'The member that was removed.'),
    description:
      'Takes somebody off the team: its keys and invitations end at once, and the conversations it holds go back to the AI. What it wrote keeps its name. The last owner stays. Needs `members:write`, and every scope of its role and its keys.',
    args: { id: t.arg.id({ required: true, description: 'The member’s id.' }) },
    resolve: async (_, { id }, context) => ({ member: await removeMember(context, rowIdOf('Member', id)) }),
  }),
  updateBusiness: t.field({
    type: UpdateBusinessPayload,
    description: 'Changes a business. Needs `businesses:write`.',
    args: {
      id: t.arg.id({ required: true, description: 'The business’s id.' }),
      input: t.arg({ type: UpdateBusinessInput, required: true, description: 'What to change.' }),
    },
    resolve: async (_, { id, input }, context) => ({
      business: await updateBusiness(context, rowIdOf('Business', id), { name: input.name ?? undefined }),
    }),
  }),
  updateWidget: t.field({
    type: widgetPayload('UpdateWidgetPayload', 'The widget that was changed.'),
    description: 'Changes a chat widget, such as the pages that may use it. Needs `widgets:write`.',
    args: {
      id: t.arg.id({ required: true, description: 'The widget’s id.' }),
      input: t.arg({ type: UpdateWidgetInput, required: true, description: 'What to change.' }),
    },
    resolve: async (
      _,
      { id, input: { name, allowedOrigins, leadsPerHour, knowledge, modelTokensPerDay } },
      context,
    ) => ({
      widget: await updateWidget(context, rowIdOf('Widget', id), {
        name: name ?? undefined,
        allowedOrigins: allowedOrigins ?? undefined,
        leadsPerHour: leadsPerHour ?? undefined,
        knowledge,
        modelTokensPerDay: modelTokensPerDay ?? undefined,
      }),
    }),
  }),
  deleteWidget: t.field({
    type: widgetPayload('DeleteWidgetPayload', 'The widget that was deleted.'),
    description:
      'Takes a chat widget off every page: its key ends at once. Its conversations and leads stay. Needs `widgets:write`.',
    args: { id: t.arg.id({ required: true, description: 'The widget’s id.' }) },
    resolve: async (_, { id }, context) => ({ widget: await deleteWidget(context, rowIdOf('Widget', id)) }),
  }),
}));
