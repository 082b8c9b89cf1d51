import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLObjectType,
  isObjectType,
} from 'graphql';
import type { FieldPlan, ValuePlan } from './plan.ts';
import { FieldInfo, type Into, located, type Place, type Run, type Spot } from './run.ts';

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

/** Asks each field of an object and puts what it answers into the answer. @throws what must not be null and failed */
export function completeFields(
  run: Run,
  fields: readonly FieldPlan[],
  source: unknown,
  into: Into,
  prev: Place | undefined,
): void {
  for (const field of fields) {
    const { key, parent, value: plan } = field;
    if (!field.definition) {
      into[key] = parent.name;
      continue;
    }
    try {
      const value: unknown = field.resolve(
        source,
        run.argsOf(field),
        run.contextValue,
        new FieldInfo(run, field, prev),
      );
      if (isPromise(value)) later(run, field, plan, value, into, key, prev, parent.name);
      else complete(run, field, plan, value, into, key, prev, parent.name);
    } catch (error) {
      const told = located(error, field, { prev, key, typename: parent.name });
      if (!plan.mayBeNull) throw told;
      run.errors.push(told);
      into[key] = null;
    }
  }
}

function later(
  run: Run,
  field: FieldPlan,
  plan: ValuePlan,
  value: PromiseLike<unknown>,
  into: Into,
  key: string | number,
  prev: Place | undefined,
  typename: string | undefined,
): void {
  run.wait(value, { into, key, prev, typename }, { field, value: plan }, (found) =>
    complete(run, field, plan, found, into, key, prev, typename),
  );
}

/** Puts a value into the answer, as its type has it. @throws where it is none of that type */
function complete(
  run: Run,
  field: FieldPlan,
  plan: ValuePlan,
  value: unknown,
  into: Into,
  key: string | number,
  prev: Place | undefined,
  typename: string | undefined,
): void {
  if (value == null) {
    if (!plan.mayBeNull) throw new Error(`Cannot return null for non-nullable field ${nameOf(field)}.`);
    into[key] = null;
    return;
  }
  if (value instanceof Error) throw value;
  if (plan.kind === 'leaf') {
    const told: unknown = plan.leaf.serialize(value);
    if (told == null) throw new Error(`${plan.leaf.name} of ${nameOf(field)} cannot be told.`);
    into[key] = told;
  } else if (plan.kind === 'list') {
    completeList(run, field, plan.item, value, {
      into,
      key,
      prev,
      typename,
      mayBeNull: plan.mayBeNull,
      made: emptyList(),
    });
  } else if (plan.kind === 'object') {
    const place = { into, key, prev, typename, mayBeNull: plan.mayBeNull, made: {} };
    into[key] = place.made;
    completeFields(run, plan.fields, value, place.made, place);
  } else {
    completeAbstract(run, field, plan, value, { into, key, prev, typename });
  }
}

// Apart, as a function that holds a closure makes room for what it takes each time it is called.
function completeAbstract(
  run: Run,
  field: FieldPlan,
  plan: Extract<ValuePlan, { kind: 'abstract' }>,
  value: unknown,
  spot: Spot,
): void {
  const { among, fieldsOf, mayBeNull } = plan;
  const resolveType = among.resolveType ?? defaultTypeResolver;
  const name = resolveType(value, run.contextValue, new FieldInfo(run, field, spot.prev), among);
  const goOn = (type: string | undefined) => {
    const place = { ...spot, mayBeNull, made: {} };
    const fields = fieldsOf(objectType(run, field, among, type));
    spot.into[spot.key] = place.made;
    completeFields(run, fields, value, place.made, place);
  };
  if (isPromise(name)) run.wait(name, spot, { field, value: plan }, goOn);
  else goOn(name);
}

const nothing: Into = {};
/** A list is indexed as an object is, by its numbers. */
const emptyList = (): unknown[] & Into => Object.assign<unknown[], Into>([], nothing);

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

function completeList(
  run: Run,
  field: FieldPlan,
  plan: ValuePlan,
  value: unknown,
  place: Place & { made: unknown[] & Into },
): void {
  if (!isIterable(value))
    throw new GraphQLError(`Expected Iterable, but did not find one for field "${nameOf(field)}".`);
  const into: Into = place.made;
  place.into[place.key] = into;
  let index = 0;
  for (const item of value) {
    const key = index++;
    try {
      if (isPromise(item)) later(run, field, plan, item, into, key, place, undefined);
      else complete(run, field, plan, item, into, key, place, undefined);
    } catch (error) {
      const told = located(error, field, { prev: place, key, typename: undefined });
      if (!plan.mayBeNull) throw told;
      run.errors.push(told);
      into[key] = null;
    }
  }
}

const nameOf = ({ parent, nodes }: FieldPlan): string => `${parent.name}.${nodes[0]?.name.value}`;

function objectType(
  { plan: { schema } }: Run,
  field: FieldPlan,
  among: GraphQLAbstractType,
  name: string | undefined,
): GraphQLObjectType {
  const type = name === undefined ? undefined : schema.getType(name);
  if (isObjectType(type) && schema.isSubType(among, type)) return type;
  throw new GraphQLError(`${nameOf(field)} is none of ${among.name}: ${name}.`, { nodes: field.nodes });
}
