import { requireScope } from '../../access/actor.ts';
import type { AuditEntry, Prisma } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { listPage, type Page, type PageInput } from '../page.ts';

/** Every field given must hold; null and absent are the same. */
export type AuditFilter = {
  /** The row id of what was changed. */
  readonly subjectId?: string | null | undefined;
  readonly apiKeyId?: string | null | undefined;
  readonly memberId?: string | null | undefined;
  /** What was done, such as `lead.updated`. */
  readonly action?: string | null | undefined;
};

export async function listAuditEntries(
  context: DomainContext,
  filter: AuditFilter,
  page: PageInput,
): Promise<Page<AuditEntry>> {
  requireScope(context.actor, 'audit:read');
  const where: Prisma.AuditEntryWhereInput = {};
  if (filter.subjectId != null) where.subjectId = filter.subjectId;
  if (filter.apiKeyId != null) where.apiKeyId = filter.apiKeyId;
  if (filter.memberId != null) where.memberId = filter.memberId;
  if (filter.action != null) where.action = filter.action;
  return listPage<AuditEntry, Prisma.AuditEntryWhereInput>(context.db.auditEntry, where, page);
}
