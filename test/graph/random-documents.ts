import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { Chance } from '../support/chance.ts';

type Field = GraphQLField<unknown, unknown>;

/** What arguments are given: ids that there are, by the name of what they are of, such as `Lead`. */
export type Ids = Readonly<Record<string, readonly string[]>>;

export type RandomDocument = { readonly roots: number; readonly selection: string; readonly fragments: string };

/** Most ask too little of rows to be refused for their size, and some ask what is refused where it is read. */
export function createRandomDocuments(schema: GraphQLSchema, chance: Chance, ids: Ids) {
  let fragments: string[] = [];

  function idFor({ name }: GraphQLArgument): string {
    const noun = Object.keys(ids).find((type) => name.toLowerCase().startsWith(type.toLowerCase()));
    const known = noun === undefined ? Object.values(ids).flat() : (ids[noun] ?? []);
    return JSON.stringify(chance.below(6) === 0 ? 'ld_nobody' : chance.pick(known));
  }

  const enumValue = (type: GraphQLEnumType) => chance.pick(type.getValues()).name;

  /** Of most arguments none is given; a page is as long as its list of few rows, and sometimes of a size that there is not. */
  function argument(arg: GraphQLArgument): string {
    const { name, type } = arg;
    if (['first', 'last', 'limit'].includes(name))
      return `${name}: ${chance.below(12) === 0 ? chance.pick([0, -1, 201]) : chance.pick([1, 2, 5])}`;
    const named = getNamedType(type);
    if (named.name === 'ID') return `${name}: ${idFor(arg)}`;
    if (isEnumType(named))
      return `${name}: ${String(type).startsWith('[') ? `[${enumValue(named)}]` : enumValue(named)}`;
    if (named.name === 'Boolean') return `${name}: ${chance.pick(['true', 'false'])}`;
    return '';
  }

  function argumentsOf({ args }: Field): string {
    const page = chance.pick(['first', 'last']);
    const asked = args.filter((arg) =>
      ['first', 'last', 'limit'].includes(arg.name)
        ? arg.name === page || arg.name === 'limit'
        : isRequiredArgument(arg) || chance.below(8) === 0,
    );
    const given = asked.map((arg) => argument(arg)).filter((text) => text !== '');
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  let aliases = 0;
  function call(field: Field, depth: number): string {
    const below = getNamedType(field.type);
    const rows = isCompositeType(below) ? ` ${selectionOf(below, depth)}` : '';
    // Under its own name a field may be asked once more, and then with the same arguments.
    const isPlain = field.args.length === 0;
    const asked = `${isPlain ? '' : `a${(aliases += 1)}: `}${field.name}${argumentsOf(field)}${rows}`;
    return isPlain && chance.below(8) === 0 ? `${asked} ${asked}` : asked;
  }

  /** Some fields of a type, in fragments now and then. */
  function selectionOf(type: GraphQLNamedType, depth: number): string {
    if (isAbstractType(type)) {
      const parts = schema.getPossibleTypes(type).filter(() => chance.below(3) > 0);
      return `{ __typename id ${parts.map((one) => `... on ${one.name} ${selectionOf(one, depth)}`).join(' ')} }`;
    }
    if (!isObjectType(type)) return '';
    const mayBeAsked = Object.values(type.getFields()).filter(
      (field) => depth > 0 || !isCompositeType(getNamedType(field.type)),
    );
    const most = type.name.endsWith('Connection') || type === schema.getQueryType() ? 3 : 6;
    const fields = Array.from({ length: 1 + chance.below(most) }, () => chance.pick(mayBeAsked));
    const asked = [...new Set(fields)].map((field) => call(field, depth - (isPart(field) ? 0 : 1)));
    const body = `{ __typename ${asked.join(' ')} }`;
    if (chance.below(5) > 0) return body;
    const name = `F${fragments.length}`;
    fragments.push(`fragment ${name} on ${type.name} ${body}`);
    return `{ ...${name} ... on ${type.name} { __typename } ...${name} }`;
  }

  /** What costs no depth. */
  const isPart = ({ type }: Field) => /(Connection|Edge|PageInfo)$/.test(getNullableType(getNamedType(type)).name);

  return (fields: readonly Field[]): RandomDocument => {
    fragments = [];
    const asked = Array.from({ length: 1 + chance.below(3) }, () => call(chance.pick(fields), 2));
    // A field of no arguments that is asked twice under its name is one.
    const fieldsAsked = [...new Set(asked)];
    return { roots: fieldsAsked.length, selection: fieldsAsked.join(' '), fragments: fragments.join(' ') };
  };
}
