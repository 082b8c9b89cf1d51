import type { ExportLeads } from '../../compat/lead-export.ts';
import { referencedRowId } from '../../schema/global-id.ts';
import type { GraphContexts } from './graph-contexts.ts';
import { exportLeads } from '../domain/leads/export-leads.ts';
import { joinName } from '../domain/leads/lead-input.ts';

/** Opens the domain's list of leads to bulk export: the same verb that answers the graph's `leads`. */
export const createExportLeads = ({ openDomain }: Pick<GraphContexts, 'openDomain'>): ExportLeads =>
  async function* (actor, { filter: { createdSince, ...filter }, limit, after }) {
    const rows = { ...filter, createdSince: createdSince === undefined ? null : new Date(createdSince) };
    const cursor = referencedRowId('Lead', 'after', after);
    for await (const page of exportLeads(openDomain(actor), rows, { limit, after: cursor })) {
      yield page.map((lead) => ({ ...lead, name: joinName(lead) }));
    }
  };
