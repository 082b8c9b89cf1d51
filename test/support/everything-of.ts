import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isObjectType,
} from 'graphql';

/** Parts of a row rather than rows of their own. */
const isPart = (name: string) => /^(PageInfo|Bant|Visitor|Author|.*Edge)$/.test(name);

/**
 * The selection of every field there is of a type and, `depth` references deep, of the rows it refers to, so that a field
 * added tomorrow is selected too. Nested lists are given `$nested` as their size.
 */
export function everythingOf(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  if (isLeafType(type)) return '';
  if (isAbstractType(type)) {
    const parts = schema.getPossibleTypes(type).map((one) => `... on ${one.name} ${everythingOf(schema, one, depth)}`);
    return `{ ${parts.join(' ')} }`;
  }
  if (!isObjectType(type)) throw new Error(`${type.name} cannot be selected.`);
  if (type.name.endsWith('Edge')) return '{ cursor node { id } }';
  const fields = Object.values(type.getFields());
  return `{ ${fields.map((field) => selectionOf(schema, field, depth)).join(' ')} }`;
}

function selectionOf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, depth: number): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return field.name;
  if (isPart(type.name)) return `${field.name} ${everythingOf(schema, type, depth)}`;
  if (depth === 0) return '';
  const isConnection = type.name.endsWith('Connection');
  const size = field.args.find(({ name }) => ['first', 'last', 'limit'].includes(name));
  return `${field.name}${size ? `(${size.name}: $nested)` : ''} ${everythingOf(schema, type, isConnection ? depth : depth - 1)}`;
}
