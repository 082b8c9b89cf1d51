import type { Prisma } from '../generated/prisma/client.ts';
import { type Columns, columnsOf } from './columns.ts';
import { conditionsOf } from './conditions.ts';
import { bind, type Draft, giveUp, openDraft } from './draft.ts';
import { type Reference, referenceOf } from './references.ts';
import type { TenantScope } from '../scoped.ts';

/** The operations that are statements of their own. */
export type Compiled = 'findMany' | 'findFirst' | 'count';

export type ReadArgs = {
  readonly where?: Record<string, unknown>;
  readonly orderBy?: unknown;
  readonly take?: unknown;
  readonly skip?: unknown;
  readonly select?: unknown;
  readonly omit?: unknown;
};

export type ReadStatement = {
  readonly text: string;
  readonly values: unknown[];
  /** What it answers of each row, then of each that the row points to; none of those, where it answers rows as they are. */
  readonly fields: readonly string[];
  readonly references: readonly Reference[];
};

/** What was asked is not within the grammar of statements: the ORM asks it. */
export type Beyond = { readonly beyond: string };

const grammar: Readonly<Record<Compiled, ReadonlySet<string>>> = {
  findMany: new Set(['where', 'orderBy', 'take', 'skip', 'select', 'omit']),
  findFirst: new Set(['where', 'orderBy', 'select', 'omit']),
  count: new Set(['where']),
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The fields that an object of `true` and `false` names. */
function named(draft: Draft, fields: object): string[] {
  return Object.entries(fields).flatMap(([field, chosen]: [string, unknown]) => {
    if (typeof chosen !== 'boolean' && chosen !== undefined) giveUp(draft, `${field} of another table`);
    return chosen === true ? [field] : [];
  });
}

type Selection = { readonly fields: readonly string[]; readonly references: readonly Reference[] };

/** What is chosen of the rows and of those they point to; of those without a choice nothing is known here. */
function chosenOf(draft: Draft, around: { model: Prisma.ModelName; scope: TenantScope }, select: object): Selection {
  const references: Reference[] = [];
  const own = Object.entries(select).filter(([field, chosen]: [string, unknown]) => {
    if (!isObject(chosen) || !('select' in chosen) || !isObject(chosen.select)) return true;
    references.push(referenceOf(draft, around, field, named(draft, chosen.select)));
    return false;
  });
  return { fields: named(draft, Object.fromEntries(own)), references };
}

function selectionOf(
  draft: Draft,
  around: { model: Prisma.ModelName; scope: TenantScope },
  { select, omit }: ReadArgs,
): Selection {
  if (isObject(select)) return chosenOf(draft, around, select);
  const { usual } = columnsOf(around.model);
  if (!isObject(omit)) return { fields: usual, references: [] };
  const left = new Set(named(draft, omit));
  return { fields: usual.filter((field) => !left.has(field)), references: [] };
}

function selectedOf(draft: Draft, columns: Columns, { fields, references }: Selection): string {
  const own = fields.map((field) => columns.byField.get(field)?.selected ?? giveUp(draft, field));
  const all = [...own, ...references.flatMap(({ selected }) => selected)];
  return all.length === 0 ? giveUp(draft, 'no column') : all.join(', ');
}

/** An order in the ORM's terms; empty for none. */
export function orderOf(draft: Draft, columns: Columns, orderBy: unknown): string {
  const sorted = [orderBy ?? []].flat().flatMap((part) => Object.entries(isObject(part) ? part : {}));
  if (sorted.length === 0) return '';
  const terms = sorted.map(([field, way]: [string, unknown]) => {
    const column = columns.byField.get(field);
    if (!column || (way !== 'asc' && way !== 'desc')) return giveUp(draft, `order by ${field}`);
    return `${column.sql} ${way}`;
  });
  return ` order by ${terms.join(', ')}`;
}

function rangeOf(draft: Draft, word: 'limit' | 'offset', count: unknown): string {
  if (count === undefined || (word === 'offset' && count === 0)) return '';
  if (typeof count !== 'number' || count < 0) return giveUp(draft, word);
  return ` ${word} ${bind(draft, count)}`;
}

/** A read in the ORM's terms as one statement of its table; or what of it lies beyond that. */
export function toStatement(
  model: Prisma.ModelName,
  operation: Compiled,
  args: ReadArgs,
  scope: TenantScope,
): ReadStatement | Beyond {
  const columns = columnsOf(model);
  const draft = openDraft();
  for (const [name, value] of Object.entries(args))
    if (value !== undefined && !grammar[operation].has(name)) giveUp(draft, name);
  const isCount = operation === 'count';
  const selection = isCount ? { fields: [], references: [] } : selectionOf(draft, { model, scope }, args);
  const what = isCount ? 'count(*)::int as count' : selectedOf(draft, columns, selection);
  const from = `${columns.table}${selection.references.map(({ joined }) => joined).join('')}`;
  const conditions = conditionsOf(draft, columns, args.where ?? {});
  const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
  const order = orderOf(draft, columns, args.orderBy);
  const limit = rangeOf(draft, 'limit', operation === 'findFirst' ? 1 : args.take);
  const offset = rangeOf(draft, 'offset', args.skip);
  if (draft.beyond !== null) return { beyond: draft.beyond };
  return { text: `select ${what} from ${from}${where}${order}${limit}${offset}`, values: draft.values, ...selection };
}
