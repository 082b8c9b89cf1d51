import type { ExportedLead } from '../../../src/server/lead-export.ts';
import { toGlobalId, toGlobalIdOrNull } from '../../../src/ids.ts';
import { leadStatusWords } from '../../lead-mapping.ts';
import { displayNameOf, type toAi93Lead } from '../resources.ts';
import { isListed, toListed, toOrigin } from './origin.ts';

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

/** An object as JSON; where it holds an escape or a fraction, which the database may write otherwise, it is read and written anew. */
function json(value: string | null): string {
  if (value === null) return '';
  const anew = () => text(JSON.stringify(JSON.parse(value)));
  if (value.includes('\\')) return anew();
  const parts = value.split('"');
  // Between every other pair of quotes stands text, around them what the database sets apart by spaces.
  for (let at = 0; at < parts.length; at += 2) {
    const structure = parts[at] ?? '';
    if (structure.includes('.')) return anew();
    parts[at] = structure.replaceAll(' ', '');
  }
  return parts.length === 1 ? text(parts.join('')) : `"${parts.join('""')}"`;
}

/** A source that is not listed is named in the context. */
function context({ source, context: given }: ExportedLead): string {
  const known = given?.startsWith('{') ? given : '{}';
  return isListed(source) ? json(known) : json(JSON.stringify(toOrigin(source, JSON.parse(known)).context));
}

/** The columns of `leads.csv`, in their order. They are added to at the end, and never renamed. */
const cells = {
  id: ({ id }) => toGlobalId('Lead', id),
  businessId: ({ businessId }) => plain(toGlobalIdOrNull('Business', businessId)),
  targetType: ({ targetType }) => text(targetType),
  source: ({ source }) => toListed(source),
  status: ({ status }) => leadStatusWords[status],
  displayName: (lead) => text(displayNameOf(lead)),
  handle: ({ handle }) => text(handle),
  email: ({ email }) => text(email),
  phone: ({ phone }) => text(phone),
  tags: ({ tags }) => text(tags.join(',')),
  notes: ({ remark }) => text(remark),
  context,
  createdAt: ({ createdAt }) => createdAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  handedOffAt: ({ handedOffAt }) => plain(handedOffAt),
  handoffDestination: ({ handoffDestination }) => text(handoffDestination),
  handoffMetadata: ({ handoffMetadata }) => json(handoffMetadata),
} satisfies { readonly [Column in keyof ReturnType<typeof toAi93Lead>]: (lead: ExportedLead) => string };

export const csvColumns = Object.keys(cells);

const inOrder = Object.values(cells);

export const csvHead = `${csvColumns.join(',')}\r\n`;

/** One line of RFC 4180 that says what `toAi93Lead` does. Tags are joined by commas, objects are JSON, null is empty. */
export function toCsvRow(lead: ExportedLead): string {
  let line = '';
  for (const cell of inOrder) line += line === '' ? cell(lead) : `,${cell(lead)}`;
  return `${line}\r\n`;
}
