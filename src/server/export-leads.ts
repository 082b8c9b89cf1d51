import type { ExportLeads } from '../../compat/route/lead-export.ts';
import { referencedRowId } from '../../schema/builder/global-id.ts';
import type { TenantScope } from '../db/scoped.ts';
import type { BulkLead } from '../db/read/read-leads.ts';
import { exportLeads } from '../domain/leads/export-leads.ts';
import { joinName } from '../domain/leads/lead-input.ts';
import type { GraphContexts } from './graphql/graph-contexts.ts';
import { lookAhead } from './live/look-ahead.ts';

type ReadLeads = (scope: TenantScope, ids: readonly string[]) => Promise<readonly BulkLead[]>;

/** Opens the domain's list of leads to bulk export: which they are, and in what order, is what the graph's `leads` answers. */
export function createExportLeads(
  { openDomain }: Pick<GraphContexts, 'openDomain'>,
  readLeads: ReadLeads,
): ExportLeads {
  async function* readPages(scope: TenantScope, pages: AsyncIterable<readonly string[]>) {
    for await (const ids of pages) {
      yield (await readLeads(scope, ids)).map((lead) => Object.assign(lead, { name: joinName(lead) }));
    }
  }
  return (actor, { filter: { createdSince, ...filter }, limit, after }) => {
    const rows = { ...filter, createdSince: createdSince === undefined ? null : new Date(createdSince) };
    const cursor = referencedRowId('Lead', 'after', after);
    // The database looks up a page, reads the one before it, and the one before that is written, all at once.
    return lookAhead(readPages(actor, lookAhead(exportLeads(openDomain(actor), rows, { limit, after: cursor }))));
  };
}
