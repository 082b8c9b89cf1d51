import type { ApiKey, AuditEntry, Member } from '../src/db/generated/prisma/client.ts';
import { listAuditEntries } from '../src/domain/audit/list-audit-entries.ts';
import { createApiKey, type IssuedKey } from '../src/domain/keys/create-api-key.ts';
import { listApiKeys } from '../src/domain/keys/list-api-keys.ts';
import { revokeApiKey } from '../src/domain/keys/revoke-api-key.ts';
import { connectOpenClaw } from '../src/domain/members/connect-openclaw.ts';
import { createMember } from '../src/domain/members/create-member.ts';
import { listMembers } from '../src/domain/members/list-members.ts';
import { queryFromInfo } from '@pothos/plugin-prisma';
import { builder } from './builder.ts';
import { connectionType, pageArgs, pageComplexity, toConnection, toPageInput } from './connection.ts';
import { DialectEnum, MemberTypeEnum } from './enums.ts';
import { parseGlobalId, referencedRowId, rowIdOf, toGlobalId } from './global-id.ts';
import { MemberRef } from './organisation.ts';
import { NodeRef } from './refs.ts';
import { BusinessRef, WidgetRef } from './widget.ts';
import { secret } from './secret.ts';

export type KeyNode = Omit<ApiKey, 'hash'>;

builder.prismaObject('AliasUsage', {
  description: 'An older spelling of a REST API that a key still uses.',
  fields: (t) => ({
    alias: t.exposeString('alias', {
      description: 'The call, with the parameter or field of it: `GET /api/v1/leads?widgetId`.',
    }),
    count: t.exposeInt('count', { description: 'How often it was used.' }),
    lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', description: 'When it last was, to within some seconds.' }),
  }),
});

export const ApiKeyRef = builder.prismaObject('ApiKey', {
  name: 'ApiKey',
  description: 'A credential. Its secret is shown when it is made and never again.',
  interfaces: [NodeRef],
  select: {
    orgId: true,
    id: true,
    name: true,
    dialect: true,
    hint: true,
    scopes: true,
    expiresAt: true,
    revokedAt: true,
    createdAt: true,
  },
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('ApiKey', id) }),
    name: t.exposeString('name', { description: 'What people call it.' }),
    dialect: t.field({ type: DialectEnum, description: 'The API it speaks.', resolve: ({ dialect }) => dialect }),
    hint: t.exposeString('hint', { description: 'How it begins: enough to tell it from others.' }),
    scopes: t.exposeStringList('scopes', { description: 'What it may do.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true, description: 'When it ends by itself.' }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true, description: 'When it was revoked.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    lastUsedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was last used, to within some seconds.',
      select: { usage: { select: { lastUsedAt: true } } },
      resolve: ({ usage }) => usage?.lastUsedAt,
    }),
    aliasUsage: t.relation('aliasUsage', {
      description: 'The older spellings it has used, the latest first: who still needs what before it goes.',
      query: { orderBy: [{ lastUsedAt: 'desc' }, { alias: 'asc' }], take: 200 },
    }),
    business: t.relation('business', {
      type: BusinessRef,
      nullable: true,
      description: 'The business it is locked to; null is the whole workspace.',
    }),
    member: t.relation('member', {
      type: MemberRef,
      nullable: true,
      description: 'The member in whose name it acts.',
    }),
    widget: t.relation('widget', {
      type: WidgetRef,
      nullable: true,
      description: 'The widget it is the public key of.',
    }),
  }),
});

const AuditChangeRef = builder.objectRef<{ field: string; change: unknown }>('AuditChange').implement({
  description: 'A field that changed.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Its name.' }),
    before: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What it was; of a long value only its length.',
      resolve: ({ change }) => valueOf(change, 'before'),
    }),
    after: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What it is since.',
      resolve: ({ change }) => valueOf(change, 'after'),
    }),
  }),
});

const toChanges = (changes: unknown) =>
  typeof changes === 'object' && changes !== null
    ? Object.entries<unknown>({ ...changes }).map(([field, change]) => ({ field, change }))
    : [];

const valueOf = (change: unknown, name: 'before' | 'after'): unknown =>
  typeof change === 'object' && change !== null ? Reflect.get(change, name) : null;

export const AuditEntryRef = builder.objectRef<AuditEntry>('AuditEntry').implement({
  description: 'Who changed what, when.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('AuditEntry', id) }),
    action: t.exposeString('action', { description: 'What was done, such as lead.updated.' }),
    subjectId: t.exposeString('subjectId', { description: 'The row id of what was changed.' }),
    requestId: t.exposeString('requestId', { description: 'The `X-Request-Id` of the request that did it.' }),
    revision: t.string({
      description: 'The workspace’s revision that it made: a whole number that only grows.',
      resolve: ({ revision }) => String(revision),
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When.', resolve: ({ createdAt }) => createdAt }),
    changes: t.field({
      type: [AuditChangeRef],
      description: 'What it was before and after, by field; empty where nothing is told of that.',
      resolve: ({ changes }) => toChanges(changes),
    }),
    apiKeyId: t.id({
      nullable: true,
      description: 'The id of the key that did it.',
      resolve: ({ apiKeyId }) => apiKeyId && toGlobalId('ApiKey', apiKeyId),
    }),
    apiKeyName: t.string({
      nullable: true,
      description: 'What that key is called now.',
      resolve: async ({ apiKeyId: keyId }, _, { loaders }) =>
        keyId && (await loaders.author.load({ keyId, memberId: null }))?.name,
    }),
    member: t.field({
      type: MemberRef,
      nullable: true,
      description: 'The member in whose name it was done.',
      resolve: ({ memberId }, _, { loaders }) => (memberId ? loaders.member.load(memberId) : null),
    }),
  }),
});

const MemberConnection = connectionType(MemberRef, 'Member');
const AuditConnection = connectionType(AuditEntryRef, 'AuditEntry');
const KeyConnection = connectionType(ApiKeyRef, 'ApiKey');

builder.queryFields((t) => ({
  apiKeys: t.field({
    type: KeyConnection,
    description: 'API keys, newest first, revoked ones as well. Needs `keys:read`.',
    complexity: pageComplexity,
    args: pageArgs(t.arg),
    resolve: async (_, page, context, info) => {
      const paths = [['nodes'], ['edges', 'node']];
      const query = queryFromInfo({ context, info, typeName: 'ApiKey', paths });
      return toConnection('ApiKey', await listApiKeys(context, toPageInput('ApiKey', page), query), page.after);
    },
  }),
  members: t.field({
    type: MemberConnection,
    description: 'The team, newest first. Needs `members:read`.',
    complexity: pageComplexity,
    args: pageArgs(t.arg),
    resolve: async (_, page, context) =>
      toConnection('Member', await listMembers(context, toPageInput('Member', page)), page.after),
  }),
  auditLog: t.field({
    type: AuditConnection,
    description: 'Who changed what, newest first. Needs `audit:read`.',
    complexity: pageComplexity,
    args: {
      ...pageArgs(t.arg),
      subjectId: t.arg.id({ description: 'Changes of this: the id of a lead, conversation, key and so on.' }),
      apiKeyId: t.arg.id({ description: 'Changes made with this key.' }),
      memberId: t.arg.id({ description: 'Changes made in this member’s name.' }),
    },
    resolve: async (_, { subjectId, apiKeyId, memberId, ...page }, context) => {
      const filter = {
        subjectId: subjectId && (parseGlobalId(subjectId)?.rowId ?? subjectId),
        apiKeyId: referencedRowId('ApiKey', 'apiKeyId', apiKeyId),
        memberId: referencedRowId('Member', 'memberId', memberId),
      };
      const found = await listAuditEntries(context, filter, toPageInput('AuditEntry', page));
      return toConnection('AuditEntry', found, page.after);
    },
  }),
}));

const CreateApiKeyInput = builder.inputType('CreateApiKeyInput', {
  description: 'A new key. It can do no more than the one that makes it.',
  fields: (t) => ({
    name: t.string({ required: true, description: '1 to 200 characters.' }),
    dialect: t.field({ type: DialectEnum, required: true, description: 'The API it will speak.' }),
    scopes: t.stringList({
      description:
        'What it may do; absent is everything the dialect documents and the caller holds, but `staff`, which must be asked for.',
    }),
    businessId: t.id({ description: 'The business to lock it to.' }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'When it is to end by itself; absent is when the key that makes it ends.',
    }),
  }),
});

const CreateMemberInput = builder.inputType('CreateMemberInput', {
  description: 'A new member of the team.',
  fields: (t) => ({
    name: t.string({ required: true, description: '1 to 200 characters.' }),
    type: t.field({ type: MemberTypeEnum, description: 'A person or an agent; a person by default.' }),
    email: t.string({ description: 'An e-mail address.' }),
    avatarUrl: t.string({ description: 'The http(s) address of a picture.' }),
  }),
});

const IssuedKeyPayload = builder.objectRef<IssuedKey>('CreateApiKeyPayload').implement({
  description: 'The key that was made, and its secret.',
  fields: (t) => ({
    apiKey: t.field({ type: ApiKeyRef, description: 'The key.', resolve: ({ apiKey }) => apiKey }),
    secret: t.exposeString('secret', { description: 'The credential itself. Shown this once.', extensions: secret }),
  }),
});

const RevokePayload = builder.objectRef<{ apiKey: KeyNode }>('RevokeApiKeyPayload').implement({
  description: 'The key that was revoked.',
  fields: (t) => ({ apiKey: t.field({ type: ApiKeyRef, description: 'The key.', resolve: ({ apiKey }) => apiKey }) }),
});

const MemberPayload = builder.objectRef<{ member: Member }>('CreateMemberPayload').implement({
  description: 'The member that was made.',
  fields: (t) => ({
    member: t.field({ type: MemberRef, description: 'The member.', resolve: ({ member }) => member }),
  }),
});

const OpenClawPayload = builder.objectRef<IssuedKey & { member: Member }>('ConnectOpenClawPayload').implement({
  description: 'OpenClaw as a member of the team, and the key it acts with.',
  fields: (t) => ({
    member: t.field({ type: MemberRef, description: 'The member.', resolve: ({ member }) => member }),
    apiKey: t.field({ type: ApiKeyRef, description: 'The key, bound to the member.', resolve: ({ apiKey }) => apiKey }),
    secret: t.exposeString('secret', {
      description: 'The credential, `cw_dev_…`. Shown this once.',
      extensions: secret,
    }),
    skillUrl: t.string({
      description: 'Where to download the agent’s SKILL.md.',
      resolve: (_, __, { services }) => `${services.publicUrl}/skills/quincer/SKILL.md`,
    }),
  }),
});

builder.mutationFields((t) => ({
  createApiKey: t.field({
    type: IssuedKeyPayload,
    description:
      'Makes a key. Its secret is shown this once. Needs `keys:write`, and every scope it grants; it ends no later than the key that makes it.',
    args: { input: t.arg({ type: CreateApiKeyInput, required: true, description: 'The new key.' }) },
    resolve: (_, { input }, context) =>
      createApiKey(context, { ...input, businessId: referencedRowId('Business', 'businessId', input.businessId) }),
  }),
  revokeApiKey: t.field({
    type: RevokePayload,
    description: 'Ends a key at once, on open websockets as well. Needs `keys:write`, and every scope the key holds.',
    args: { id: t.arg.id({ required: true, description: 'The key’s id.' }) },
    resolve: async (_, { id }, context) => ({ apiKey: await revokeApiKey(context, rowIdOf('ApiKey', id)) }),
  }),
  createMember: t.field({
    type: MemberPayload,
    description: 'Adds somebody to the team. Needs `members:write`.',
    args: { input: t.arg({ type: CreateMemberInput, required: true, description: 'The new member.' }) },
    resolve: async (_, { input }, context) => ({ member: await createMember(context, input) }),
  }),
  connectOpenClaw: t.field({
    type: OpenClawPayload,
    description:
      'Makes the team member "OpenClaw" and a key bound to it, so that what the agent does stands under its name. Again keeps the member and issues a further key. Needs `members:write` and `keys:write`.',
    resolve: (_, __, context) => connectOpenClaw(context),
  }),
}));
