import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { ScraperRun } from '../../db/generated/prisma/client.ts';
import { ScraperRunStatus } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import type { DomainContext } from '../context.ts';
import { invalidField, notFound } from '../../errors.ts';
import { parseInput, text } from '../input.ts';
import { isLeadSource, leadSourceIds } from './sources.ts';

const count = z.int().min(0, 'must be 0 or more');

const recordScraperRunInput = z.strictObject({
  /** The run this tells more of; absent for one that was not told of before. */
  id: text(40).nullish(),
  source: z.string().refine(isLeadSource, `must be one of ${leadSourceIds.join(', ')}`),
  status: z.enum(ScraperRunStatus),
  startedAt: z.date().nullish(),
  finishedAt: z.date().nullish(),
  leadsFound: count.nullish(),
  leadsCreated: count.nullish(),
  error: text(2000).nullish(),
});

type Report = Omit<z.output<typeof recordScraperRunInput>, 'id'>;

/**
 * Records how a scraper's run went: once when it has ended, or first as RUNNING and then again by its id. A run that is no
 * longer running has ended now, unless it says when.
 * @throws NOT_FOUND for an id there is not; INVALID where it ended before it began, or was a run over another source.
 */
export async function recordScraperRun(
  context: DomainContext,
  input: z.input<typeof recordScraperRunInput>,
): Promise<ScraperRun> {
  requireScope(context.actor, 'sources:write');
  const { id, ...report } = parseInput(recordScraperRunInput, input);
  return context.write(async (tx) => {
    const run = id ? await tellMore(tx, id, report) : await tx.scraperRun.create({ data: newRun(tx, report) });
    tx.audit('scraper_run.recorded', { id: run.id, businessId: null });
    return run;
  });
}

function newRun(tx: Tx, { leadsFound, leadsCreated, error, ...report }: Report) {
  const startedAt = report.startedAt ?? report.finishedAt ?? tx.now;
  return {
    id: tx.newId(),
    source: report.source,
    status: report.status,
    startedAt,
    finishedAt: endOf(tx, report, startedAt),
    leadsFound: leadsFound ?? 0,
    leadsCreated: leadsCreated ?? 0,
    error: error ?? null,
    createdAt: tx.now,
  };
}

async function tellMore(tx: Tx, id: string, report: Report): Promise<ScraperRun> {
  await tx.lock('scraper_runs', id);
  const before = await tx.scraperRun.findFirst({ where: { id } });
  if (!before) throw notFound('scraper run');
  if (before.source !== report.source) throw invalidField('source', `the run is one over ${before.source}`);
  const startedAt = report.startedAt ?? before.startedAt;
  const [run] = await tx.scraperRun.updateManyAndReturn({
    where: { id },
    data: {
      status: report.status,
      startedAt,
      finishedAt: endOf(tx, { ...report, finishedAt: report.finishedAt ?? before.finishedAt }, startedAt),
      leadsFound: report.leadsFound ?? before.leadsFound,
      leadsCreated: report.leadsCreated ?? before.leadsCreated,
      error: report.error === undefined ? before.error : report.error,
    },
  });
  if (!run) throw notFound('scraper run');
  return run;
}

function endOf({ now }: Tx, { status, finishedAt }: Report, startedAt: Date): Date | null {
  if (status === 'RUNNING') return null;
  const end = finishedAt ?? now;
  if (end < startedAt) throw invalidField('finishedAt', 'must not be before startedAt');
  return end;
}
