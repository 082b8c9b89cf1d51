import type { ExportedLead } from '../lead-export.ts';
import { toAi93Lead } from './resources.ts';

type Ai93Lead = ReturnType<typeof toAi93Lead>;

/** The columns of `leads.csv`, in their order. They are added to at the end, and never renamed. */
export const csvColumns = [
  'id',
  'businessId',
  'targetType',
  'source',
  'status',
  'displayName',
  'handle',
  'email',
  'phone',
  'tags',
  'notes',
  'context',
  'createdAt',
  'updatedAt',
  'handedOffAt',
  'handoffDestination',
  'handoffMetadata',
] as const satisfies readonly (keyof Ai93Lead)[];

const special = /[",\r\n]/;
const formula = /^[=+\-@\t\r]/;

/** A spreadsheet takes what begins like a formula for one; the apostrophe says that it is text. */
function toCell(value: string): string {
  const text = formula.test(value) ? `'${value}` : value;
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const toText = (value: unknown): string => {
  if (value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

export const csvHead = `${csvColumns.join(',')}\r\n`;

/** One line of RFC 4180. Tags are joined by commas, objects are JSON, null is empty. */
export function toCsvRow(row: ExportedLead): string {
  const lead = toAi93Lead(row);
  let line = '';
  for (const column of csvColumns) {
    const value = lead[column];
    line += `${line === '' ? '' : ','}${toCell(Array.isArray(value) ? value.join(',') : toText(value))}`;
  }
  return `${line}\r\n`;
}
