import type { ExportLeadsQuery } from '../generated/operations.ts';

type ExportedLead = ExportLeadsQuery['leads']['nodes'][number];

const special = /[",\r\n]/;
const formulaStarts = /^[=+\-@＝＋－＠\t\r]/;

/** A spreadsheet takes what begins like a formula for one; the apostrophe says that it is text. */
function text(value: string | null | undefined): string {
  if (value == null) return '';
  const safe = formulaStarts.test(value) ? `'${value}` : value;
  return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const columns: readonly (readonly [name: string, cell: (lead: ExportedLead) => string])[] = [
  ['id', ({ id }) => text(id)],
  ['name', ({ name }) => text(name)],
  ['email', ({ email }) => text(email)],
  ['phone', ({ phone }) => text(phone)],
  ['company', ({ company }) => text(company)],
  ['jobTitle', ({ jobTitle }) => text(jobTitle)],
  ['stage', ({ stage }) => text(stage?.key)],
  ['status', ({ status }) => status],
  ['tier', ({ tier }) => tier ?? ''],
  ['score', ({ score }) => (score === null ? '' : String(score))],
  ['source', ({ source }) => text(source)],
  ['owner', ({ assignedTo }) => text(assignedTo?.name)],
  ['tags', ({ tags }) => text(tags.join(','))],
  ['remark', ({ remark }) => text(remark)],
  ['budget', ({ bant }) => text(bant.budget)],
  ['authority', ({ bant }) => text(bant.authority)],
  ['need', ({ bant }) => text(bant.need)],
  ['timeline', ({ bant }) => text(bant.timeline)],
  ['lastTouchedAt', ({ lastTouchedAt }) => lastTouchedAt ?? ''],
  ['createdAt', ({ createdAt }) => createdAt],
];

export const csvHead = `${columns.map(([name]) => name).join(',')}\r\n`;

export const toCsvRows = (leads: readonly ExportedLead[]): string =>
  leads.map((lead) => `${columns.map(([, cell]) => cell(lead)).join(',')}\r\n`).join('');
