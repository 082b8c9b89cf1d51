import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { EnrichmentStatus } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadRow, LeadSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { limits } from '../../limits.ts';
import { parseInput, text } from '../input.ts';
import { changeLead } from './change/change-lead.ts';
import type { Enrichment } from './enrichment/enricher.ts';
import { toEnrichedColumns } from './enrichment/to-columns.ts';
import { findLockedLead } from './fields/lead-snapshot.ts';

export const maxEnriched = 5;

export const enrichLeadsInput = z.strictObject({
  ids: z.array(text(40)).min(1, 'must name at least one lead').max(maxEnriched, `must be at most ${maxEnriched} leads`),
  /** Enriches anew what is complete, and puts what is found in the place of what was found before. */
  force: z.boolean().default(false),
});

export type EnrichedLead = {
  readonly id: string;
  /** Null where there is no such lead. */
  readonly lead: LeadRow | null;
  readonly status: EnrichmentStatus;
  /** Whether it was complete before, and nothing was looked for. */
  readonly cached: boolean;
  /** What was set, those in `crmData` as `crmData.website`. */
  readonly fields: readonly string[];
  /** What it was derived from. */
  readonly source: string | null;
  readonly error: string | null;
  /** Whether it failed for a reason that may pass by itself. */
  readonly mayPass?: boolean;
};

/** Enriches one lead. @throws NOT_FOUND where there is no such lead */
export async function enrichLead(context: DomainContext, id: string, force: boolean): Promise<EnrichedLead> {
  const [enriched] = await enrichLeads(context, { ids: [id], force });
  if (!enriched?.lead) throw notFound('lead');
  return enriched;
}

/**
 * Finds out more about up to five leads, and answers once that is done; each fails for itself. A lead named twice counts once.
 * Nothing is asked of the outside inside the write.
 */
export async function enrichLeads(
  context: DomainContext,
  input: z.input<typeof enrichLeadsInput>,
): Promise<EnrichedLead[]> {
  requireScope(context.actor, 'leads:write');
  const { ids, force } = parseInput(enrichLeadsInput, input);
  return enrichThose(context, ids, force);
}

/** The same, by whoever was allowed to before. */
export async function enrichThose(
  context: DomainContext,
  ids: readonly string[],
  force: boolean,
): Promise<EnrichedLead[]> {
  const found = await context.db.lead.findMany({ where: { id: { in: [...ids] }, deletedAt: null } });
  const wanted = found.filter((lead) => force || !isComplete(lead));
  const signal = AbortSignal.timeout(limits.enrichAllMs);
  const enrichments = new Map(
    await Promise.all(wanted.map(async (lead) => [lead.id, await enrich(context, lead, signal)] as const)),
  );
  const applied = enrichments.size === 0 ? [] : await context.write((tx) => applyAll(tx, enrichments, force));
  const results = new Map([...found.map(kept), ...applied].map((one) => [one.id, one]));
  return [...new Set(ids)].map((id) => results.get(id) ?? missing(id));
}

export const isComplete = ({ enrichmentStatus }: LeadRow): boolean => enrichmentStatus === 'COMPLETE';

async function enrich({ actor, services }: DomainContext, lead: LeadRow, signal: AbortSignal): Promise<Enrichment> {
  const onBehalf = { orgId: actor.orgId, businessId: lead.businessId, conversationId: null };
  try {
    return await services.enricher.enrich(lead, { onBehalf, signal });
  } catch (error) {
    services.warn(error, 'An enrichment broke off.');
    return { status: 'FAILED', reason: 'The enrichment broke off. Try again later.', mayPass: true };
  }
}

/** Row locks are taken in the order of ids. */
async function applyAll(tx: Tx, enrichments: ReadonlyMap<string, Enrichment>, force: boolean): Promise<EnrichedLead[]> {
  const applied: EnrichedLead[] = [];
  for (const [id, enrichment] of [...enrichments].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    await tx.lock('leads', id);
    const lead = await findLockedLead(tx, id);
    applied.push(lead?.deletedAt === null ? await apply(tx, lead, enrichment, force) : missing(id));
  }
  return applied;
}

async function apply(tx: Tx, before: LeadSnapshot, enrichment: Enrichment, force: boolean): Promise<EnrichedLead> {
  const result = { id: before.id, cached: false } as const;
  if (enrichment.status === 'FAILED') {
    const { reason: error, mayPass = false } = enrichment;
    const lead = await changeLead(tx, before, { enrichmentStatus: 'FAILED', enrichmentError: error });
    return { ...result, lead, status: 'FAILED', fields: [], source: null, error, mayPass };
  }
  const { columns, fields } = toEnrichedColumns(before, enrichment.findings, force);
  const isNews = fields.length > 0 || before.enrichmentStatus !== 'COMPLETE';
  const complete = { enrichmentStatus: 'COMPLETE', enrichmentError: null, enrichedAt: tx.now } as const;
  const lead = isNews ? await changeLead(tx, before, { ...columns, ...complete }) : await confirm(tx, before);
  return { ...result, lead, status: 'COMPLETE', fields, source: enrichment.source, error: null };
}

/** Nothing new was found: that is no change of the lead that anybody need be told of. */
async function confirm(tx: Tx, before: LeadRow): Promise<LeadRow> {
  await tx.lead.updateManyAndReturn({ where: { id: before.id }, data: { enrichedAt: tx.now } });
  tx.audit('lead.enriched', before);
  return { ...before, enrichedAt: tx.now };
}

export const kept = (lead: LeadRow): EnrichedLead => ({
  id: lead.id,
  lead,
  status: 'COMPLETE',
  cached: true,
  fields: [],
  source: null,
  error: null,
});

export const missing = (id: string): EnrichedLead => ({
  id,
  lead: null,
  status: 'FAILED',
  cached: false,
  fields: [],
  source: null,
  error: 'No such lead.',
});
