import type { LeadRow } from '../../../events/snapshot.ts';
import { isJsonObject } from '../../../json.ts';
import { isSameValue } from '../../same-value.ts';
import type { LeadColumns } from '../fields/lead-columns.ts';
import { mergeJson } from '../fields/merge-json.ts';
import type { Findings } from './enricher.ts';

const columnNames = [
  'jobTitle',
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

/** What is found must not break the limits of what people keep. */
const mostChars = 60_000;
const charsOf = (...data: readonly object[]): number => JSON.stringify(data).length;

/**
 * What of the findings goes into a lead: what is empty is filled; where it is forced, what an enrichment wrote and nobody
 * changed since is found anew. What people wrote stays.
 */
export function toEnrichedColumns(lead: LeadRow, findings: Findings, force: boolean): Enriched {
  const found = findings.crmData ?? {};
  const known = isJsonObject(lead.crmData) ? lead.crmData : {};
  const written = isJsonObject(lead.enrichedFacts) ? lead.enrichedFacts : {};
  const isWanted = (field: string, before: unknown, value: unknown) => {
    if (value === undefined || value === null || isSameValue(before, value)) return false;
    return before === null || before === undefined || (force && isSameValue(before, written[field]));
  };
  const names = columnNames.filter((name) => isWanted(name, lead[name], findings[name]));
  const columns = Object.fromEntries(names.map((name) => [name, findings[name]]));
  const keys = Object.keys(found).filter((key) => isWanted(`crmData.${key}`, known[key], found[key]));
  const added = Object.fromEntries(keys.flatMap((key) => (found[key] === undefined ? [] : [[key, found[key]]])));
  const hasRoom = keys.length > 0 && charsOf(known, written, added) < mostChars;
  const inCrmData = hasRoom ? Object.entries(added).map(([key, value]) => [`crmData.${key}`, value] as const) : [];
  const facts = Object.fromEntries([...names.map((name) => [name, findings[name] ?? null] as const), ...inCrmData]);
  const fields = Object.keys(facts);
  if (fields.length === 0) return { columns: {}, fields };
  const enrichedFacts = mergeJson('enrichedFacts', written, facts) ?? {};
  const crmData = hasRoom ? mergeJson('crmData', known, added) : null;
  return { columns: { ...columns, enrichedFacts, ...(crmData && { crmData }) }, fields };
}
