import type { ExportedLead } from '../../../src/server/lead-export.ts';
import { toAi93Lead } from '../resources.ts';

type Ai93Lead = ReturnType<typeof toAi93Lead>;

const special = /[",\r\n]/;
const formulaStarts = new Set(Array.from('=+-@＝＋－＠\t\r', (character) => character.charCodeAt(0)));

/** A spreadsheet takes what begins like a formula for one; the apostrophe says that it is text. */
function text(value: string | null): string {
  if (value === null) return '';
  const safe = formulaStarts.has(value.charCodeAt(0)) ? `'${value}` : value;
  return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Ids, instants and words of our own making, in which nothing needs to be marked. */
const plain = (value: string | null): string => value ?? '';

const json = (value: unknown): string => (value === null ? '' : text(JSON.stringify(value)));

/** The columns of `leads.csv`, in their order. They are added to at the end, and never renamed. */
const cells = {
  id: ({ id }) => id,
  businessId: ({ businessId }) => plain(businessId),
  targetType: ({ targetType }) => text(targetType),
  source: ({ source }) => source,
  status: ({ status }) => status,
  displayName: ({ displayName }) => text(displayName),
  handle: ({ handle }) => text(handle),
  email: ({ email }) => text(email),
  phone: ({ phone }) => text(phone),
  tags: ({ tags }) => text(tags.join(',')),
  notes: ({ notes }) => text(notes),
  context: ({ context }) => json(context),
  createdAt: ({ createdAt }) => createdAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  handedOffAt: ({ handedOffAt }) => plain(handedOffAt),
  handoffDestination: ({ handoffDestination }) => text(handoffDestination),
  handoffMetadata: ({ handoffMetadata }) => json(handoffMetadata),
} satisfies { readonly [Column in keyof Ai93Lead]: (lead: Ai93Lead) => string };

export const csvColumns = Object.keys(cells);

const inOrder = Object.values(cells);

export const csvHead = `${csvColumns.join(',')}\r\n`;

/** One line of RFC 4180. Tags are joined by commas, objects are JSON, null is empty. */
export function toCsvRow(row: ExportedLead): string {
  const lead = toAi93Lead(row);
  let line = '';
  for (const cell of inOrder) line += line === '' ? cell(lead) : `,${cell(lead)}`;
  return `${line}\r\n`;
}
