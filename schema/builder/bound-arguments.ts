import { type GraphQLFieldMap, type GraphQLSchema, isObjectType } from 'graphql';
import { invalidField } from '../../src/errors.ts';
import { limits } from '../../src/limits.ts';
import type { GraphContext } from './context.ts';

/** Has every field that is read refuse what is too long to look anything up by: also one that will be added. Verbs bound what is written. */
export function boundArguments(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && type !== schema.getMutationType()) bound(type.getFields());
  return schema;
}

type Args = Readonly<Record<string, unknown>>;

/** An execution has the arguments of a field as one object for all rows that are asked with them. */
const checked = new WeakSet<Args>();

function checkOnce(args: Args): void {
  if (checked.has(args)) return;
  checkEach(args);
  checked.add(args);
}

function bound(fields: GraphQLFieldMap<unknown, GraphContext>): void {
  for (const field of Object.values(fields)) {
    if (field.args.length === 0) continue;
    const { resolve, subscribe } = field;
    if (resolve) {
      field.resolve = (source, args: Args, context, info) => {
        checkOnce(args);
        return resolve(source, args, context, info);
      };
    }
    if (subscribe) {
      field.subscribe = (source, args: Args, context, info) => {
        checkOnce(args);
        return subscribe(source, args, context, info);
      };
    }
  }
}

/** @throws INVALID naming the field, inside an input as the verbs name it: `tags`, `created.from` */
function checkEach(values: object, path = ''): void {
  for (const [name, value] of Object.entries(values)) check(value, path === '' ? name : `${path}.${name}`, path === '');
}

function check(value: unknown, field: string, isArgument = false): void {
  if (typeof value === 'string' && value.length > limits.argumentChars)
    throw invalidField(field, `must be at most ${limits.argumentChars} characters`);
  if (Array.isArray(value)) {
    if (value.length > limits.argumentItems) throw invalidField(field, `must be at most ${limits.argumentItems}`);
    for (const item of value) check(item, field);
  } else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    checkEach(value, isArgument ? '' : field);
  }
}
