import { referencedRowId } from '../../schema/builder/global-id.ts';
import { exportLeads } from '../domain/leads/list/export-leads.ts';
import type { BulkLead } from '../domain/leads/list/exported-lead.ts';
import { joinName } from '../domain/leads/fields/lead-input.ts';
import type { GraphContexts } from './graphql/graph-contexts.ts';
import type { ExportedLead, ExportLeads } from './lead-export.ts';
import { lookAhead } from './live/look-ahead.ts';

async function* named(pages: AsyncIterable<readonly BulkLead[]>): AsyncGenerator<readonly ExportedLead[]> {
  for await (const page of pages) yield page.map((lead) => Object.assign(lead, { name: joinName(lead) }));
}

/** Opens the domain's list of leads to bulk export: which they are, and in what order, is what the graph's `leads` answers. */
export function createExportLeads({ openDomain }: Pick<GraphContexts, 'openDomain'>): ExportLeads {
  return (actor, { filter: { createdSince, ...filter }, limit, after }) => {
    const rows = { ...filter, createdSince: createdSince === undefined ? null : new Date(createdSince) };
    const cursor = referencedRowId('Lead', 'after', after);
    // The database reads a page while the one before it is written.
    return named(lookAhead(exportLeads(openDomain(actor), rows, { limit, after: cursor })));
  };
}
