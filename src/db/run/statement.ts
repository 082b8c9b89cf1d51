import { z } from 'zod';
import { everyColumn } from '../open/name-statements.ts';
import type { TenantScope } from '../scoped.ts';
import type { Arg, Args, Given } from './args.ts';
import { toPositional } from './parameters.ts';
import { faultOf, isWriting, type Reach, type StatementKind } from './reach.ts';

/** What is bound by who runs a statement, and cannot be given: the tenant, and in writes the times. */
export type Bound = TenantScope & { readonly now?: Date; readonly sharedNow?: Date | null };

/** SQL as a value: where it may be run, what it is given and what it answers. Made by the functions below alone. */
export type Statement<Kind extends StatementKind, Asked, Answer> = {
  readonly kind: Kind;
  readonly name: string;
  /** As the database takes it. */
  readonly text: string;
  /** The names of what it is given. */
  readonly args: readonly string[];
  /** The names of what is bound to it. */
  readonly bound: readonly string[];
  /** Whether a connection keeps its plan. */
  readonly isPrepared: boolean;
  readonly isForVisitors: boolean;
  /** Whether it answers rows; otherwise, how many it touched. */
  readonly hasRows: boolean;
  values(bound: Bound, given: Asked): unknown[];
  answer(rows: readonly unknown[], touched: number): Answer;
  /** Whether anything was changed, by what it answered. */
  hasWritten(answer: Answer): boolean;
};

type Declaration<Taken extends Args> = Reach & {
  /** What the server knows it by: unlike that of any other. */
  readonly name: string;
  /** Parameters are named: `:org`, `:business` and `:conversation` are bound by who runs it, in writes `:now` and `:sharedNow` too. */
  readonly text: string;
  readonly args?: Taken;
  /** Planned anew for the values of each call, as one plan for all of them would be a bad one. */
  readonly isPlannedAnew?: boolean;
};

type None = Readonly<Record<string, never>>;

/** A statement that reads, wherever an actor's context is. */
export function statement<Row extends z.ZodType, Taken extends Args = None>(
  declared: Declaration<Taken> & { readonly row: Row },
): Statement<'read', Given<Taken>, z.output<Row>[]> {
  return { ...declare('read', declared), ...answersRows(declared.row, () => false) };
}

/** One that is run in a write alone and answers rows, which it changed unless `hasWritten` knows better. */
export function writeStatement<Row extends z.ZodType, Taken extends Args = None>(
  declared: Declaration<Taken> & { readonly row: Row; readonly hasWritten?: (rows: z.output<Row>[]) => boolean },
): Statement<'write', Given<Taken>, z.output<Row>[]> {
  const { row, hasWritten = (rows) => rows.length > 0 } = declared;
  return { ...declare('write', declared), ...answersRows(row, isWriting(declared.text) ? hasWritten : () => false) };
}

/** One that is run in a write alone and answers how many rows it touched. */
export function change<Taken extends Args = None>(
  declared: Declaration<Taken>,
): Statement<'write', Given<Taken>, number> {
  const isChange = isWriting(declared.text);
  const hasWritten = (touched: number) => isChange && touched > 0;
  return { ...declare('write', declared), hasRows: false, answer: (_, touched) => touched, hasWritten };
}

/** One over every tenant of the installation: nobody's context runs it. */
export function statementAcrossTenants<Row extends z.ZodType, Taken extends Args = None>(
  declared: Omit<Declaration<Taken>, keyof Reach> & { readonly row: Row },
): Statement<'across', Given<Taken>, z.output<Row>[]> {
  return { ...declare('across', declared), ...answersRows(declared.row, () => false) };
}

/** Rows that are taken as they come: of columns which only the statement's text tells, or of so many that each is not looked at. */
export function unchecked<Row>(): z.ZodType<Row> {
  const row = z.custom<Row>();
  takenAsTheyCome.add(row);
  return row;
}
const takenAsTheyCome = new WeakSet<z.ZodType>();

const answersRows = <Row extends z.ZodType>(row: Row, hasWritten: (rows: z.output<Row>[]) => boolean) => ({
  hasRows: true,
  answer: takenAsTheyCome.has(row)
    ? (rows: readonly unknown[]) => rows as z.output<Row>[]
    : (rows: readonly unknown[]) => rows.map((given) => row.parse(given)),
  hasWritten,
});

const tenant = {
  org: ({ orgId }: Bound) => orgId,
  business: ({ businessId }: Bound) => businessId,
  conversation: ({ conversationId }: Bound) => conversationId,
};
const times = { now: ({ now }: Bound) => now, sharedNow: ({ sharedNow }: Bound) => sharedNow };
const boundIn = { read: tenant, write: { ...tenant, ...times }, across: {} } as const satisfies Record<
  StatementKind,
  Readonly<Record<string, (bound: Bound) => unknown>>
>;

/** @throws a defect, where the module that declares it is loaded */
function declare<Kind extends StatementKind, Taken extends Args>(kind: Kind, declared: Declaration<Taken>) {
  const { name, args = {}, isPlannedAnew = false } = declared;
  const { text, names } = toPositional(declared.text);
  const encoders = new Map(Object.entries<Arg<never>>(args));
  const bound = new Map(Object.entries<(bound: Bound) => unknown>(boundIn[kind]));
  const unknown = names.find((asked) => !bound.has(asked) && !Object.hasOwn(args, asked));
  const idle = Object.keys(args).find((given) => !names.includes(given) || bound.has(given));
  const fault =
    faultOf(kind, text, names, declared) ??
    (unknown !== undefined ? `asks for :${unknown}, which nobody gives.` : null) ??
    (idle !== undefined ? `is given ${idle}, for which it does not ask.` : null);
  if (fault !== null) throw new Error(`The statement ${name} ${fault}`);
  return {
    kind,
    name,
    text,
    args: Object.keys(args),
    bound: names.filter((asked) => bound.has(asked)),
    isPrepared: !isPlannedAnew && !everyColumn.test(text),
    isForVisitors: names.includes('conversation') || declared.toVisitors !== undefined,
    values: (tenant: Bound, given: Given<Taken>) =>
      names.map((asked) => {
        const bind = bound.get(asked);
        return bind ? bind(tenant) : encoders.get(asked)?.(Reflect.get(given, asked));
      }),
  };
}
