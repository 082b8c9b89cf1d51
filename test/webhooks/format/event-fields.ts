import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';

/** The fields of a type by their names; null for a plain one. */
export type Fields = { readonly [name: string]: Fields | null };

type Field = GraphQLField<unknown, unknown>;

/** What there may be many of is live: an event does not bring it along. */
const isToMany = ({ type }: Field): boolean => {
  const named = getNamedType(type);
  return !isLeafType(named) && (named.name.endsWith('Connection') || isListType(getNullableType(type)));
};

/**
 * What the graph tells of each kind of event, by its type: every plain field and every reference to one thing, all the way
 * down, but for those named `Type.field` in `left`. A field that is deprecated has another one in its place.
 * @throws where `left` names what is not there, or a type leads back to itself
 */
export function eventFields(schema: GraphQLSchema, left: Readonly<Record<string, string>>): Record<string, Fields> {
  const unused = new Set(Object.keys(left));

  function fieldsOf(type: GraphQLObjectType, above: readonly GraphQLObjectType[]): Fields {
    if (above.includes(type)) throw new Error(`${[...above, type].join(' → ')}: one of these must be left out.`);
    const told = Object.values(type.getFields()).filter((field) => {
      const isLeft = unused.delete(`${type.name}.${field.name}`) || `${type.name}.${field.name}` in left;
      return !isLeft && !isToMany(field) && !field.deprecationReason;
    });
    return Object.fromEntries(
      told.map((field) => {
        const named = getNamedType(field.type);
        return [field.name, isObjectType(named) ? fieldsOf(named, [...above, type]) : null];
      }),
    );
  }

  const event = schema.getType('Event');
  if (!isInterfaceType(event)) throw new Error('The schema has no interface Event.');
  const fields = schema.getPossibleTypes(event).map((type) => [type.name, fieldsOf(type, [])] as const);
  if (unused.size > 0) throw new Error(`Left out, and not there: ${[...unused].join(', ')}.`);
  return Object.fromEntries(fields);
}

export const toSelection = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, below]) => (below ? `${name} { ${toSelection(below)} }` : name))
    .join(' ');

/** The dotted names of the plain fields that have no value. */
export const missingIn = (value: unknown, fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, below]) => {
    const part: unknown = Reflect.get(Object(value), name);
    if (below) return missingIn(part, below).map((missing) => `${name}.${missing}`);
    return part === null || part === undefined ? [name] : [];
  });
