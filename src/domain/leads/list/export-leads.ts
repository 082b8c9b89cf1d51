import type { DomainContext } from '../../context.ts';
import type { BulkLead } from './exported-lead.ts';
import type { LeadFilter } from './lead-filter.ts';
import { exportPageSize, listBulkLeads } from './list-leads.ts';

export type LeadExport = { readonly limit: number; readonly after?: string | null | undefined };

/** The list of leads, newest first, up to `limit`, by pages; each is read when it is asked for. */
export async function* exportLeads(
  context: DomainContext,
  filter: LeadFilter,
  { limit, after }: LeadExport,
): AsyncGenerator<readonly BulkLead[]> {
  let cursor = after;
  for (let left = limit; left > 0;) {
    const page = { size: Math.min(left, exportPageSize), cursor };
    const { rows, hasMore } = await listBulkLeads(context, filter, page, left < limit);
    yield rows;
    if (!hasMore) return;
    left -= rows.length;
    cursor = rows.at(-1)?.id;
  }
}
