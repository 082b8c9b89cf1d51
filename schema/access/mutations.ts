import type { Member } from '../../src/db/generated/prisma/client.ts';
import { createApiKey, type IssuedKey } from '../../src/domain/keys/create-api-key.ts';
import { revokeApiKey } from '../../src/domain/keys/revoke-api-key.ts';
import { createMember } from '../../src/domain/members/create-member.ts';
import { builder } from '../builder/builder.ts';
import { DialectEnum, MemberTypeEnum } from '../builder/enums.ts';
import { referencedRowId, rowIdOf } from '../builder/global-id.ts';
import { MemberRef } from '../workspace/type.ts';
import { secret } from '../builder/secret.ts';
import { ApiKeyRef, type KeyNode } from './type.ts';

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

builder.mutationFields((t) => ({
  createApiKey: t.field({
    type: IssuedKeyPayload,
    description:
      'Makes a key. Its secret is shown this once. It ends no later than the key that makes it; one that a member with a role makes is bound to that member. Needs `keys:write`, and every scope it grants.',
    args: { input: t.arg({ type: CreateApiKeyInput, required: true, description: 'The new key.' }) },
    resolve: (_, { input }, context) =>
      createApiKey(context, { ...input, businessId: referencedRowId('Business', 'businessId', input.businessId) }),
  }),
  revokeApiKey: t.field({
    type: RevokePayload,
    description:
      'Ends a key at once, on open websockets as well. Conversations that it holds for no member go back to the AI within seconds. Needs `keys:write`, and every scope the key holds.',
    args: { id: t.arg.id({ required: true, description: 'The key’s id.' }) },
    resolve: async (_, { id }, context) => ({ apiKey: await revokeApiKey(context, rowIdOf('ApiKey', id)) }),
  }),
  createMember: t.field({
    type: MemberPayload,
    description: 'Adds somebody to the team. Needs `members:write`.',
    args: { input: t.arg({ type: CreateMemberInput, required: true, description: 'The new member.' }) },
    resolve: async (_, { input }, context) => ({ member: await createMember(context, input) }),
  }),
}));
