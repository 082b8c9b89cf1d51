import type { ApiKey, AuditEntry } from '../../src/db/generated/prisma/client.ts';
import { builder } from '../builder/builder.ts';
import { DialectEnum } from '../builder/enums.ts';
import { fresh } from '../builder/fresh.ts';
import { toGlobalId } from '../../src/ids.ts';
import { MemberRef } from '../workspace/type.ts';
import { NodeRef } from '../builder/refs.ts';
import { BusinessRef, WidgetRef } from '../widget.ts';

export type KeyNode = Omit<ApiKey, 'hash'>;

builder.prismaObject('AliasUsage', {
  description: 'An older spelling of a REST API that a key still uses.',
  extensions: fresh('operational'),
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
      extensions: fresh('operational'),
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
      description: 'What that key is called now; null once it is a session of the console that ended a month ago.',
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
