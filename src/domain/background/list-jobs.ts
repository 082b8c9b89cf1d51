import { requireScope } from '../../access/actor.ts';
import type { Job, JobState, Prisma } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { listPage, type Page, type PageInput } from '../page.ts';
import type { JobKind } from './kinds.ts';

/** Every field given must hold; null and absent are the same. */
export type JobFilter = {
  readonly state?: JobState | null | undefined;
  readonly kind?: JobKind | null | undefined;
  /** The id, as clients see it, of what it is about. */
  readonly subjectId?: string | null | undefined;
};

/** What the product does by itself for the workspace, newest first. */
export async function listJobs(
  context: DomainContext,
  { state, kind, subjectId }: JobFilter,
  page: PageInput,
): Promise<Page<Job>> {
  requireScope(context.actor, 'audit:read');
  const where: Prisma.JobWhereInput = {};
  if (state != null) where.state = state;
  if (kind != null) where.kind = kind;
  if (subjectId != null) where.subjectId = subjectId;
  return listPage<Job, Prisma.JobWhereInput>(context.db.job, where, page);
}
