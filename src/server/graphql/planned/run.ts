import {
  type FieldNode,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  locatedError,
} from 'graphql';
import type { FieldPlan, QueryPlan, ValuePlan } from './plan.ts';

export type FieldArgs = Readonly<Record<string, unknown>>;

/** What an answer is put into: the fields of an object, or the items of a list. */
export type Into = Record<string | number, unknown>;

/** Where an object or a list stands in the answer. */
export type Place = {
  readonly prev: Place | undefined;
  readonly key: string | number;
  readonly typename: string | undefined;
  readonly into: Into;
  readonly mayBeNull: boolean;
  /** What stands there, unless it was made null. */
  readonly made: object;
};

/** Where a value is to be put. */
export type Spot = Pick<Place, 'prev' | 'key' | 'typename' | 'into'>;

type Path = GraphQLResolveInfo['path'];

const keysOf = (path: Path): (string | number)[] => [...(path.prev ? keysOf(path.prev) : []), path.key];

/** One execution of a plan. */
export type Run = {
  readonly plan: QueryPlan;
  readonly variables: GraphQLResolveInfo['variableValues'];
  readonly contextValue: unknown;
  readonly argsOf: (field: FieldPlan) => FieldArgs;
  readonly data: Into;
  readonly errors: GraphQLError[];
  /** Whether there is no data, as something failed that must not be null, nor anything around it. */
  readonly isNull: boolean;
  /** Waits for a value and goes on with it, unless what it belongs to was made null meanwhile. */
  wait<Value>(value: PromiseLike<Value>, spot: Spot, about: About, goOn: (value: Value) => void): void;
  /** Runs from beginning to end, everything that is waited for included. */
  through(begin: () => void): Promise<void>;
};

/** Which field a value is of, and what may become of it. */
export type About = { readonly field: FieldPlan; readonly value: Pick<ValuePlan, 'mayBeNull'> };

export const located = (error: unknown, { nodes }: FieldPlan, spot: Path): GraphQLError =>
  locatedError(error, nodes, keysOf(spot));

export function startRun(of: Pick<Run, 'plan' | 'variables' | 'contextValue' | 'argsOf'>): Run {
  const data: Into = {};
  const errors: GraphQLError[] = [];
  let waitedFor = 1;
  let isNull = false;
  const end = Promise.withResolvers<void>();

  function isShown(place: Place | undefined): boolean {
    for (let at = place; at; at = at.prev) if (at.into[at.key] !== at.made) return false;
    return !isNull;
  }

  function endWithoutData(): void {
    isNull = true;
    end.resolve();
  }

  /** Makes null of the value, or of the nearest around it that may be. */
  function fail(error: unknown, { into, key, prev, typename }: Spot, { field, value }: About): void {
    if (!isShown(prev)) return;
    errors.push(located(error, field, { prev, key, typename }));
    if (value.mayBeNull) return void (into[key] = null);
    let around = prev;
    while (around && !around.mayBeNull) around = around.prev;
    if (around) around.into[around.key] = null;
    else endWithoutData();
  }

  function leave(): void {
    waitedFor -= 1;
    if (waitedFor === 0) end.resolve();
  }

  return {
    ...of,
    data,
    errors,
    get isNull() {
      return isNull;
    },
    wait(value, spot, about, goOn) {
      waitedFor += 1;
      spot.into[spot.key] = undefined;
      value.then(
        (found) => {
          try {
            if (isShown(spot.prev)) goOn(found);
          } catch (error) {
            fail(error, spot, about);
          }
          leave();
        },
        (error: unknown) => {
          fail(error, spot, about);
          leave();
        },
      );
    },
    through(begin) {
      try {
        begin();
      } catch (error) {
        errors.push(locatedError(error, undefined));
        endWithoutData();
      }
      leave();
      return end.promise;
    },
  };
}

/** What a resolver is told of the field it resolves, made of what is known already where it asks. */
export class FieldInfo implements GraphQLResolveInfo {
  readonly #run: Run;
  readonly #field: FieldPlan;
  readonly #prev: Place | undefined;

  constructor(run: Run, field: FieldPlan, prev: Place | undefined) {
    this.#run = run;
    this.#field = field;
    this.#prev = prev;
  }

  get fieldName(): string {
    return this.#field.nodes[0]?.name.value ?? '';
  }
  get fieldNodes(): readonly FieldNode[] {
    return this.#field.nodes;
  }
  get returnType(): GraphQLOutputType {
    return this.#field.returnType;
  }
  get parentType(): GraphQLObjectType {
    return this.#field.parent;
  }
  get path(): Path {
    return { prev: this.#prev, key: this.#field.key, typename: this.#field.parent.name };
  }
  get schema() {
    return this.#run.plan.schema;
  }
  get fragments() {
    return this.#run.plan.fragments;
  }
  get rootValue(): undefined {
    return undefined;
  }
  get operation() {
    return this.#run.plan.operation;
  }
  get variableValues() {
    return this.#run.variables;
  }
}
