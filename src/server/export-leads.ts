import { referencedRowId } from '../../schema/builder/global-id.ts';
import type { Run } from '../db/run/run.ts';
import { exportedLeads } from '../domain/leads/list/exported-leads.sql.ts';
import { exportLeads } from '../domain/leads/list/export-leads.ts';
import { joinName } from '../domain/leads/fields/lead-input.ts';
import type { GraphContexts } from './graphql/graph-contexts.ts';
import type { ExportLeads } from './lead-export.ts';
import { lookAhead } from './live/look-ahead.ts';

/** Opens the domain's list of leads to bulk export: which they are, and in what order, is what the graph's `leads` answers. */
export function createExportLeads({ openDomain }: Pick<GraphContexts, 'openDomain'>): ExportLeads {
  async function* readPages({ run }: { readonly run: Run }, pages: AsyncIterable<readonly string[]>) {
    for await (const ids of pages) {
      yield (await run(exportedLeads, { ids })).map((lead) => Object.assign(lead, { name: joinName(lead) }));
    }
  }
  return (actor, { filter: { createdSince, ...filter }, limit, after }) => {
    const rows = { ...filter, createdSince: createdSince === undefined ? null : new Date(createdSince) };
    const cursor = referencedRowId('Lead', 'after', after);
    // The database looks up a page, reads the one before it, and the one before that is written, all at once.
    const context = openDomain(actor);
    return lookAhead(readPages(context, lookAhead(exportLeads(context, rows, { limit, after: cursor }))));
  };
}
