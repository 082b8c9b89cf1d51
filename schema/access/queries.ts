import { listAuditEntries } from '../../src/domain/audit/list-audit-entries.ts';
import { listApiKeys } from '../../src/domain/keys/list-api-keys.ts';
import { listMembers } from '../../src/domain/members/list-members.ts';
import { queryFromInfo } from '@pothos/plugin-prisma';
import { builder } from '../builder/builder.ts';
import { connectionType, pageArgs, pageComplexity, toConnection, toPageInput } from '../builder/connection.ts';
import { parseGlobalId, referencedRowId } from '../builder/global-id.ts';
import { MemberRef } from '../workspace/type.ts';
import { ApiKeyRef, AuditEntryRef } from './type.ts';

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
      return toConnection('ApiKey', await listApiKeys(context, toPageInput('ApiKey', page), query));
    },
  }),
  members: t.field({
    type: MemberConnection,
    description: 'The team, newest first. Needs `members:read`.',
    complexity: pageComplexity,
    args: pageArgs(t.arg),
    resolve: async (_, page, context) =>
      toConnection('Member', await listMembers(context, toPageInput('Member', page))),
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
      action: t.arg.string({ description: 'Changes of this kind: an `AuditEntry.action`, such as `lead.updated`.' }),
    },
    resolve: async (_, { subjectId, apiKeyId, memberId, action, ...page }, context) => {
      const filter = {
        subjectId: subjectId && (parseGlobalId(subjectId)?.rowId ?? subjectId),
        apiKeyId: referencedRowId('ApiKey', 'apiKeyId', apiKeyId),
        memberId: referencedRowId('Member', 'memberId', memberId),
        action,
      };
      const found = await listAuditEntries(context, filter, toPageInput('AuditEntry', page));
      return toConnection('AuditEntry', found);
    },
  }),
}));
