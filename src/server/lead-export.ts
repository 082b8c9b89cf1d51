import type { Actor } from '../access/actor.ts';
import type { BulkLead } from '../domain/leads/list/exported-lead.ts';
import type { LeadSnapshot } from '../events/snapshot.ts';

/** Which leads to export. Every field given must hold. */
export type LeadExportFilter = {
  readonly status?: LeadSnapshot['status'] | undefined;
  readonly targetType?: string | undefined;
  readonly listedSource?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly q?: string | undefined;
  readonly createdSince?: string | undefined;
};

/** A lead as the domain's list reads it, its name joined. Ids are bare. */
export type ExportedLead = BulkLead & { readonly name: string | null };

export type LeadExportRequest = {
  readonly filter: LeadExportFilter;
  readonly limit: number;
  /** The id of a lead as the graph shows it; the export begins behind it. */
  readonly after?: string | undefined;
};

/**
 * The same list as the graph's `leads`, page by page and as typed rows: what bulk export may read beside the documents,
 * which cost 6 to 7 times as much as the database's own `copy`.
 */
export type ExportLeads = (
  actor: Actor,
  request: LeadExportRequest,
  requestId: string,
) => AsyncIterable<readonly ExportedLead[]>;
