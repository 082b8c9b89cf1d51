import { requireScope } from '../../access/actor.ts';
import type { Prisma, ScraperRun, ScraperRunStatus } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { listPage, type Page, type PageInput } from '../page.ts';

/** Every field given must hold; null and absent are the same. */
export type ScraperRunFilter = {
  readonly source?: string | null | undefined;
  readonly status?: ScraperRunStatus | null | undefined;
  /** Inclusive; by when a run began. */
  readonly since?: Date | null | undefined;
};

/** Runs as they were reported, newest first. */
export async function listScraperRuns(
  context: DomainContext,
  { source, status, since }: ScraperRunFilter,
  page: PageInput,
): Promise<Page<ScraperRun>> {
  requireScope(context.actor, 'sources:read');
  const where: Prisma.ScraperRunWhereInput = {};
  if (source != null) where.source = source;
  if (status != null) where.status = status;
  if (since) where.startedAt = { gte: since };
  return listPage<ScraperRun, Prisma.ScraperRunWhereInput>(context.db.scraperRun, where, page);
}
