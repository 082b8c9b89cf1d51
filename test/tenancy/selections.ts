import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** Which fields are asked for at all. */
export type Wants = (field: Field) => boolean;
const everything: Wants = () => true;

const askable = (type: GraphQLNamedType, wants: Wants): readonly Field[] =>
  isObjectType(type)
    ? Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument) && wants(field))
    : [];

/** A page's rows are asked for once, as `nodes`; an edge would only repeat them. */
const isRepetition = ({ name }: { name: string }) => name === 'edges';

function call({ name, args }: Field): string {
  const size = args.find((argument) => ['first', 'last', 'limit'].includes(argument.name));
  return size ? `${name}(${size.name}: 8)` : name;
}

/** Everything that can be asked of a type, down to so many rows below one another; ids and counts even where the depth ends. */
function selectionOf(schema: GraphQLSchema, type: GraphQLNamedType, depth: number, wants: Wants): string {
  if (isAbstractType(type)) {
    const parts = schema
      .getPossibleTypes(type)
      .map((one) => `... on ${one.name} { ${selectionOf(schema, one, depth, wants)} }`);
    return ['__typename', ...parts].join(' ');
  }
  const fields = askable(type, wants).filter((field) => !isRepetition(field));
  const nested = fields.filter((field) => !isLeafType(getNamedType(field.type)));
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type))).map(call);
  const rows = nested.flatMap((field) => {
    const below = getNamedType(field.type);
    const cost = below.name.endsWith('Connection') || below.name === 'PageInfo' ? 0 : 1;
    if (depth - cost < 0) return [];
    return `${call(field)} { ${selectionOf(schema, below, depth - cost, wants)} }`;
  });
  return ['__typename', ...leaves, ...rows].join(' ');
}

/** A query for everything below each field of Query that names no row, by the name of the field. */
export function wholeQueries(
  schema: GraphQLSchema,
  depth = 2,
  wants = everything,
): { field: string; document: string; isList: boolean }[] {
  return askable(schema.getQueryType()!, wants).map((field) => {
    const type = getNamedType(getNullableType(field.type));
    const below = isLeafType(type) ? '' : ` { ${selectionOf(schema, type, depth, wants)} }`;
    return {
      field: field.name,
      document: `{ ${call(field)}${below} }`,
      isList: isObjectType(type) && 'nodes' in type.getFields(),
    };
  });
}

/** Everything that can be asked of a type of this name. */
export const wholeSelection = (schema: GraphQLSchema, name: string, depth: number, wants = everything): string =>
  selectionOf(schema, schema.getType(name)!, depth, wants);
