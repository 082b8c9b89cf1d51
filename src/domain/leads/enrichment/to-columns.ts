import type { LeadRow } from '../../../events/snapshot.ts';
import type { LeadColumns } from '../fields/lead-columns.ts';
import { mergeJson } from '../fields/merge-json.ts';
import type { Findings } from './enricher.ts';

const columnNames = [
  'companyName',
  'businessType',
  'seniority',
  'linkedinUrl',
  'companySize',
  'companyRevenue',
] as const satisfies readonly (keyof LeadRow & keyof Findings)[];

export type Enriched = {
  readonly columns: LeadColumns;
  /** The names of what is set, those in `crmData` as `crmData.website`. */
  readonly fields: readonly string[];
};

const keyOf = (data: unknown, key: string): unknown =>
  typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined;

/** A website more must not break the limit of what people keep there. */
const hasRoom = (data: unknown): boolean => JSON.stringify(data ?? {}).length < 60_000;

/** What of the findings goes into a lead: what is there already stays, unless it is to be found anew. */
export function toEnrichedColumns(lead: LeadRow, findings: Findings, force: boolean): Enriched {
  const isWanted = (before: unknown, found: string | undefined) =>
    found !== undefined && before !== found && (force || before === null || before === undefined);
  const set = columnNames.filter((name) => isWanted(lead[name], findings[name]));
  const columns: LeadColumns = Object.fromEntries(set.map((name) => [name, findings[name]]));
  const { website } = findings;
  if (website === undefined || !isWanted(keyOf(lead.crmData, 'website'), website)) return { columns, fields: set };
  if (!hasRoom(lead.crmData)) return { columns, fields: set };
  const crmData = mergeJson('crmData', lead.crmData, { website });
  return { columns: { ...columns, ...(crmData && { crmData }) }, fields: [...set, 'crmData.website'] };
}
