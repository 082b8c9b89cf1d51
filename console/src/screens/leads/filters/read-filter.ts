import type { LeadFilter, LeadOrder } from '../generated/operations.ts';
import { isWordOf, orders, statuses, tiers } from '../words.ts';

/** The parts of the address that say which leads are meant; `view` and `sort` say how they are shown. */
export const filterNames = [
  'q',
  'stage',
  'status',
  'source',
  'tier',
  'owner',
  'tags',
  'scoreFrom',
  'scoreTo',
  'from',
  'to',
  'deleted',
] as const;

export type FilterName = (typeof filterNames)[number];

type Search = Readonly<Record<string, string>>;

const mostTags = 50;
const dayMs = 86_400_000;

export const readTags = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
    .slice(0, mostTags);

function readNumber(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,3}$/.test(text)) return null;
  return Number(text);
}

/** The beginning of a day where the viewer is. */
function readDay(text: string | undefined, later = 0): string | null {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00`).getTime();
  return Number.isNaN(day) ? null : new Date(day + later).toISOString();
}

/** A range that has an end at least, and the right way round. */
function rangeOf<End extends string | number>(from: End | null, to: End | null) {
  if (from === null && to === null) return undefined;
  if (from !== null && to !== null && to < from) return { from, to: from };
  return { ...(from !== null && { from }), ...(to !== null && { to }) };
}

/** What the address asks for, in the graph's words; what makes no sense there is left out. */
export function readFilter(search: Search): LeadFilter {
  const { q, stage, status, source, tier, owner, deleted } = search;
  const tags = readTags(search['tags']);
  const score = rangeOf(readNumber(search['scoreFrom']), readNumber(search['scoreTo']));
  const created = rangeOf(readDay(search['from']), readDay(search['to'], dayMs));
  return {
    ...(q !== undefined && q.trim() !== '' && { q: q.slice(0, 200) }),
    ...(stage !== undefined && { stage }),
    ...(isWordOf(statuses, status) && { status }),
    ...(source !== undefined && { source }),
    ...(isWordOf(tiers, tier) && { tier }),
    ...(owner !== undefined && { assignedToId: owner }),
    ...(tags.length > 0 && { tags }),
    ...(score && { score }),
    ...(created && { created }),
    ...(deleted === '1' && { deletedOnly: true }),
  };
}

/** `-SCORE` is the highest score first. */
export function readOrder(text: string | undefined): LeadOrder {
  const field = text?.replace(/^-/, '');
  if (!isWordOf(orders, field)) return { field: 'CREATED_AT', direction: 'DESC' };
  return { field, direction: text?.startsWith('-') ? 'DESC' : 'ASC' };
}

export const writeOrder = ({ field, direction }: LeadOrder): string => `${direction === 'DESC' ? '-' : ''}${field}`;

/** Only what says which leads are meant. */
export const pickFilter = (search: Search): Record<string, string> =>
  Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = search[name];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );

/** What takes every filter off. */
export const noFilter: Readonly<Record<string, string>> = Object.fromEntries(filterNames.map((name) => [name, '']));
