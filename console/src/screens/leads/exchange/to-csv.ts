import type { ExportLeadsQuery } from '../generated/operations.ts';

type ExportedLead = ExportLeadsQuery['leads']['nodes'][number];

const special = /[",\r\n]/;
const formulaStarts = /^[=+\-@＝＋－＠\t\r]/;

/** A spreadsheet takes what begins like a formula for one; the apostrophe says that it is text. */
export function writeCell(value: string | null | undefined): string {
  if (value == null) return '';
  const safe = formulaStarts.test(value) ? `'${value}` : value;
  return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const columns: readonly (readonly [name: string, cell: (lead: ExportedLead) => string])[] = [
  ['id', ({ id }) => writeCell(id)],
  ['name', ({ name }) => writeCell(name)],
  ['email', ({ email }) => writeCell(email)],
  ['phone', ({ phone }) => writeCell(phone)],
  ['company', ({ company }) => writeCell(company)],
  ['jobTitle', ({ jobTitle }) => writeCell(jobTitle)],
  ['stage', ({ stage }) => writeCell(stage?.key)],
  ['status', ({ status }) => status],
  ['tier', ({ tier }) => tier ?? ''],
  ['score', ({ score }) => (score === null ? '' : String(score))],
  ['source', ({ source }) => writeCell(source)],
  ['owner', ({ assignedTo }) => writeCell(assignedTo?.name)],
  ['tags', ({ tags }) => writeCell(tags.join(','))],
  ['remark', ({ remark }) => writeCell(remark)],
  ['budget', ({ bant }) => writeCell(bant.budget)],
  ['authority', ({ bant }) => writeCell(bant.authority)],
  ['need', ({ bant }) => writeCell(bant.need)],
  ['timeline', ({ bant }) => writeCell(bant.timeline)],
  ['lastTouchedAt', ({ lastTouchedAt }) => lastTouchedAt ?? ''],
  ['createdAt', ({ createdAt }) => createdAt],
];

export const csvHead = `${columns.map(([name]) => name).join(',')}\r\n`;

export const toCsvRows = (leads: readonly ExportedLead[]): string =>
  leads.map((lead) => `${columns.map(([, cell]) => cell(lead)).join(',')}\r\n`).join('');
