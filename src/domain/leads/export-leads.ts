import type { LeadRow } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { type LeadFilter, listLeads } from './list-leads.ts';

export const exportPageSize = 1000;

export type LeadExport = { readonly limit: number; readonly after?: string | null | undefined };

/** The list of leads, newest first, up to `limit` in pages that are read one at a time, each when the one before is done with. */
export async function* exportLeads(
  context: DomainContext,
  filter: LeadFilter,
  { limit, after }: LeadExport,
): AsyncGenerator<readonly LeadRow[]> {
  let left = limit;
  let cursor = after;
  while (left > 0) {
    const page = { first: Math.min(left, exportPageSize), after: cursor };
    const { rows, hasNextPage } = await listLeads(context, filter, page, exportPageSize);
    yield rows;
    left -= rows.length;
    cursor = rows.at(-1)?.id;
    if (!hasNextPage) return;
  }
}
