import type { CombinedError } from 'urql';
import { later } from '../../../../data/later.ts';
import { toProblem } from '../../../../data/problem.ts';
import type { Mutate } from '../../../../data/use-mutate.ts';
import type { ImportLeadMutation, ImportLeadMutationVariables } from '../../generated/operations.ts';
import type { Target } from './fields.ts';
import { type Fault, type Reading, toInput } from './to-input.ts';

/** A row of the file by its number there, where the head is 1; `key` makes it one lead, however often it is asked for. */
export type Row = { readonly number: number; readonly cells: readonly string[]; readonly key: string };

export type Problem = {
  readonly row: Row;
  readonly field: Target | null;
  readonly message: string;
  /** The lead that has the address already. */
  readonly existingId: string | null;
};

export type Import = {
  readonly total: number;
  readonly done: number;
  readonly made: number;
  readonly problems: readonly Problem[];
  /** Rows that were not asked for; known once it does not run. */
  readonly left: readonly Row[];
  readonly state: 'running' | 'done' | 'stopped';
  /** What broke it off; null where a person did, or nothing. */
  readonly error: CombinedError | null;
  /** What all of them were tagged with; empty is nothing. */
  readonly tag: string;
};

export type Settings = Reading & { readonly allowDuplicate: boolean };

type Way = {
  readonly make: Mutate<ImportLeadMutation, ImportLeadMutationVariables>;
  readonly tell: (fault: Fault) => string;
  readonly show: (current: Import) => void;
  readonly stop: { current: boolean };
};

/** So many at once keep a server busy that others use too. */
const atOnce = 4;
const usualWaitMs = 2000;
const shownEveryMs = 200;

const lookMs = 200;

/** Waits as long, or until it is stopped. */
async function wait(ms: number, stop: Way['stop']): Promise<void> {
  const until = Date.now() + ms;
  while (Date.now() < until && !stop.current) await later(lookMs);
}

const detail = (error: CombinedError, name: string): unknown => error.graphQLErrors[0]?.extensions[name];
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What ends an import: no row would fare better. */
const endings: ReadonlySet<string> = new Set([
  'OFFLINE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'LEAD_LIMIT_REACHED',
  'INTERNAL',
]);
const waitings: ReadonlySet<string> = new Set(['LIMITED', 'UNAVAILABLE']);

/** Makes one lead, waiting as long as the server asks for it; what kept it from being made, and null where it is there. */
async function ask(
  variables: ImportLeadMutationVariables,
  key: string,
  { make, stop }: Way,
): Promise<CombinedError | 'stopped' | null> {
  for (;;) {
    if (stop.current) return 'stopped';
    const { error } = await make(variables, { key });
    // A lead of which the answer was lost is there.
    if (!error || textOf(detail(error, 'resourceId')) !== null) return null;
    if (!waitings.has(toProblem(error).code)) return error;
    const seconds = detail(error, 'retryAfterSeconds');
    await wait(typeof seconds === 'number' ? seconds * 1000 : usualWaitMs, stop);
  }
}

/** The field that the graph names, as a column can be. */
function fieldOf(error: CombinedError): Target | null {
  const field = textOf(detail(error, 'field'));
  if (field === null) return null;
  const custom = /^customFields\.(.+)$/.exec(field)?.[1];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only ever compared with those that there are
  return (custom === undefined ? field : `custom:${custom}`) as Target;
}

const problemOf = (row: Row, error: CombinedError): Problem => ({
  row,
  field: fieldOf(error),
  message: toProblem(error).message.replace(/^[\w.]+: /, ''),
  existingId: textOf(detail(error, 'existingId')),
});

const inOrder = (rows: readonly Row[]): Row[] => rows.toSorted((one, other) => one.number - other.number);

/** Makes a lead of each row and shows how far it is. What was not made is kept with the reason. `before` is what it goes on from. */
export async function runImport(
  rows: readonly Row[],
  { allowDuplicate, ...reading }: Settings,
  way: Way,
  before: Import | null,
): Promise<void> {
  const waiting = rows.toReversed();
  const problems = [...(before?.problems ?? [])];
  const unasked: Row[] = [];
  const total = before?.total ?? rows.length;
  let [made, shownAt, error]: [number, number, CombinedError | null] = [before?.made ?? 0, 0, null];

  function show(state: Import['state']): void {
    shownAt = Date.now();
    const left = state === 'running' ? [] : inOrder([...unasked, ...waiting]);
    const done = total - waiting.length - unasked.length;
    way.show({ total, done, made, problems: [...problems], left, state, error, tag: reading.tag });
  }
  async function take(row: Row): Promise<void> {
    const read = toInput(row.cells, reading);
    if (read.fault !== null) {
      problems.push({ row, field: read.fault.field, message: way.tell(read.fault), existingId: null });
      return;
    }
    const refused = await ask({ input: { ...read.input, allowDuplicate } }, row.key, way);
    if (refused === null) made += 1;
    else if (refused === 'stopped') unasked.push(row);
    else if (endings.has(toProblem(refused).code)) {
      unasked.push(row);
      error = refused;
      way.stop.current = true;
    } else problems.push(problemOf(row, refused));
  }
  async function work(): Promise<void> {
    while (!way.stop.current) {
      const row = waiting.pop();
      if (row === undefined) return;
      await take(row);
      if (Date.now() - shownAt > shownEveryMs) show('running');
    }
  }

  show('running');
  await Promise.all(Array.from({ length: atOnce }, work));
  problems.sort((one, other) => one.row.number - other.row.number);
  show(waiting.length + unasked.length > 0 ? 'stopped' : 'done');
}
