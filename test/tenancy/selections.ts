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

type Fields = readonly GraphQLField<unknown, unknown>[];

const askable = (type: GraphQLNamedType): Fields =>
  isObjectType(type) ? Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument)) : [];

/** A page's rows are asked for once, as `nodes`; an edge would only repeat them. */
const isRepetition = ({ name }: { name: string }) => name === 'edges';

function call({ name, args }: GraphQLField<unknown, unknown>): string {
  const size = args.find((argument) => ['first', 'last', 'limit'].includes(argument.name));
  return size ? `${name}(${size.name}: 10)` : name;
}

/** Everything that can be asked of a type, down to so many rows below one another; ids and counts even where the depth ends. */
function selectionOf(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  if (isAbstractType(type)) {
    const parts = schema
      .getPossibleTypes(type)
      .map((one) => `... on ${one.name} { ${selectionOf(schema, one, depth)} }`);
    return ['__typename', ...parts].join(' ');
  }
  const fields = askable(type).filter((field) => !isRepetition(field));
  const nested = fields.filter((field) => !isLeafType(getNamedType(field.type)));
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type))).map(call);
  const rows = nested.flatMap((field) => {
    const below = getNamedType(field.type);
    const cost = below.name.endsWith('Connection') || below.name === 'PageInfo' ? 0 : 1;
    if (depth - cost < 0) return [];
    return `${call(field)} { ${selectionOf(schema, below, depth - cost)} }`;
  });
  return ['__typename', ...leaves, ...rows].join(' ');
}

/** A query for everything below each field of Query that names no row, by the name of the field. */
export function wholeQueries(schema: GraphQLSchema, depth = 2): { field: string; document: string; isList: boolean }[] {
  return askable(schema.getQueryType()!).map((field) => {
    const type = getNamedType(getNullableType(field.type));
    const below = isLeafType(type) ? '' : ` { ${selectionOf(schema, type, depth)} }`;
    return {
      field: field.name,
      document: `{ ${call(field)}${below} }`,
      isList: isObjectType(type) && 'nodes' in type.getFields(),
    };
  });
}
