import { requireScope } from '../../access/actor.ts';
import type { Feedback, FeedbackStatus, FeedbackType, Prisma } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { listPage, type Page, type PageInput } from '../page.ts';

/** Every field given must hold; null and absent are the same. */
export type FeedbackFilter = {
  readonly id?: string | null | undefined;
  readonly status?: FeedbackStatus | null | undefined;
  readonly type?: FeedbackType | null | undefined;
};

function toWhere({ id, status, type }: FeedbackFilter): Prisma.FeedbackWhereInput {
  const where: Prisma.FeedbackWhereInput = {};
  if (id != null) where.id = id;
  if (status != null) where.status = status;
  if (type != null) where.type = type;
  return where;
}

/** What the workspace reported, newest first. */
export async function listFeedback(
  context: DomainContext,
  filter: FeedbackFilter,
  page: PageInput,
): Promise<Page<Feedback>> {
  requireScope(context.actor, 'feedback:read');
  return listPage<Feedback, Prisma.FeedbackWhereInput>(context.db.feedback, toWhere(filter), page);
}

/** What every workspace of the installation reported, newest first. */
export async function listFeedbackInbox(
  { everyTenant }: DomainContext,
  filter: FeedbackFilter,
  page: PageInput,
): Promise<Page<Feedback>> {
  return listPage<Feedback, Prisma.FeedbackWhereInput>(everyTenant().feedback, toWhere(filter), page);
}

/** Answers told at once; once they are acknowledged, further ones follow. */
const unreadAtOnce = 50;

/** What was resolved and nobody has acknowledged yet, the earliest answer first: 50 at most. */
export async function listUnreadFeedback({ actor, db }: DomainContext): Promise<Feedback[]> {
  requireScope(actor, 'feedback:read');
  return db.feedback.findMany({
    where: { status: 'RESOLVED', acknowledgedAt: null },
    orderBy: [{ respondedAt: 'asc' }, { id: 'asc' }],
    take: unreadAtOnce,
  });
}
