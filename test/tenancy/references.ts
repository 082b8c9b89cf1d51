import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
  isInputObjectType,
  isObjectType,
} from 'graphql';

// Another vendor's token names no row of ours.
const namesRow = /^(?!personalAccessToken$)(id|.*Ids?|stage|.*Stage|moveTo|after|before|.*[cC]ursor|.*Token)$/;

const isReference = ({ name, type }: GraphQLArgument | GraphQLInputField): boolean => {
  const kind = getNamedType(type).name;
  return kind === 'ID' || (kind === 'String' && namesRow.test(name));
};

/**
 * Every place of a schema where a caller can name a row: arguments of whatever field and fields of whatever input, written
 * `Type.field(argument)` and `Input.field`.
 */
export function referencesOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__'))
    .flatMap((type) => {
      if (isInputObjectType(type)) {
        return Object.values(type.getFields())
          .filter(isReference)
          .map(({ name }) => `${type.name}.${name}`);
      }
      if (!isObjectType(type)) return [];
      return Object.values(type.getFields()).flatMap(({ name, args }) =>
        args.filter(isReference).map((argument) => `${type.name}.${name}(${argument.name})`),
      );
    })
    .toSorted();
}
