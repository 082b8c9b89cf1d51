import type { z } from 'zod';
import type { Spoilt } from './malformed.ts';

export type Schema = z.core.JSONSchema.BaseSchema;
type Fields = Readonly<Record<string, unknown>>;

const far = 2 ** 40;
/** Longer than any text of the dialect, and than any object that is kept as it comes. */
export const tooLong = 'x'.repeat(70_000);

const samples = {
  text: 'text',
  'a number': 42,
  true: true,
  null: null,
  'a list': [],
  'an object': {},
} as const;

/** Ids that name nothing of the kind that is asked for. */
export const foreignIds: Readonly<Record<string, string>> = {
  'the id of a conversation': 'cv_01jqz5v8m3k9wfp2c7hx0dtbne',
  'a bare ULID': '01jqz5v8m3k9wfp2c7hx0dtbne',
  'the id of an organisation': 'org_01jqz5v8m3k9wfp2c7hx0dtbne',
  'a prefix alone': 'rp_',
  'a prefix twice': 'rp_rp_01jqz5v8m3k9wfp2c7hx0dtbne',
  'no id': 'nonsense',
};

/** The schema behind references and `null`. */
export function resolve(schema: Schema, root: Schema): { readonly schema: Schema; readonly nullable: boolean } {
  if (schema.$ref) {
    const found = root.$defs?.[schema.$ref.split('/').at(-1) ?? ''];
    if (found === undefined) throw new Error(`${schema.$ref} leads nowhere.`);
    return resolve(found, root);
  }
  const types: readonly unknown[] = Array.isArray(schema.type) ? schema.type : [];
  const branches = schemasOf(types.length > 0 ? types.map((type) => ({ ...schema, type })) : schema.anyOf);
  const [first, ...others] = branches.filter(({ type }) => type !== 'null');
  if (!first) return { schema, nullable: schema.type === 'null' };
  if (others.length > 0) throw new Error('Only null may stand beside another type.');
  return { schema: resolve(first, root).schema, nullable: branches.length > 1 };
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;
const schemasOf = (values: readonly unknown[] | undefined): Schema[] => (values ?? []).filter(isSchema);

/** Every way in which a value of this schema can be wrong in one place, by the schema alone. */
export function spoilValue(given: Schema, sound: unknown, root: Schema, name: string): Spoilt<unknown>[] {
  const { schema, nullable } = resolve(given, root);
  const ofType = Object.entries(samples)
    .filter(([, value]) => !accepts(schema, nullable, value))
    .map(([what, part]) => ({ what: `${name} is ${what}`, part }));
  return [
    ...ofType,
    ...spoilScalar(schema, name),
    ...spoilList(schema, sound, root, name),
    ...spoilObject(schema, sound, root, name),
  ];
}

function accepts(schema: Schema, nullable: boolean, value: unknown): boolean {
  if (value === null) return nullable;
  if (schema.enum) return schema.enum.some((word) => word === value);
  if (schema.const !== undefined) return schema.const === value;
  if (Array.isArray(value)) return schema.type === 'array' && (schema.minItems ?? 0) === 0;
  if (typeof value === 'object') return schema.type === 'object' && (schema.required ?? []).length === 0;
  return schema.type === (typeof value === 'number' ? 'integer' : typeof value) || schema.type === undefined;
}

function spoilScalar({ type, enum: words, maximum, minimum, minLength }: Schema, name: string): Spoilt<unknown>[] {
  const wrong = (what: string, part: unknown, statuses?: readonly number[]) => ({
    what: `${name} is ${what}`,
    part,
    ...(statuses && { statuses }),
  });
  if (words) {
    const [first = ''] = words.map(String);
    return [
      wrong('an unknown word', 'unknown'),
      wrong('in capitals', first.toUpperCase()),
      wrong('a list of words', [first]),
    ];
  }
  if (type === 'string') {
    const isId = /(?:^|\.)id$|Id$/.test(name);
    return [
      wrong('far too long', tooLong, isId ? [400, 404] : [400]),
      ...((minLength ?? 0) > 0 ? [wrong('empty', '')] : []),
      ...(isId ? Object.entries(foreignIds).map(([what, id]) => wrong(what, id, [400, 404])) : []),
    ];
  }
  if (type !== 'integer') return [];
  const safe = (bound: number | undefined) =>
    bound !== undefined && Number.isSafeInteger(bound) && Math.abs(bound) < far ? bound : null;
  const [least, most] = [safe(minimum), safe(maximum)];
  return [
    wrong('a fraction', 1.5),
    wrong('digits in quotes', '1'),
    wrong('far too large', far),
    wrong('far too small', -far),
    wrong('beyond all integers', 1e300),
    ...(least === null ? [] : [wrong('below its least', least - 1)]),
    ...(most === null ? [] : [wrong('above its most', most + 1)]),
  ];
}

function spoilList(schema: Schema, sound: unknown, root: Schema, name: string): Spoilt<unknown>[] {
  const [items] = schemasOf([schema.items]);
  if (schema.type !== 'array' || !items) return [];
  const elements: unknown[] = Array.isArray(sound) ? sound : [];
  const [first] = elements;
  const crowd = Array.from({ length: 1_001 }, () => first ?? 'x');
  return [
    { what: `${name} has 1,001 elements`, part: crowd },
    ...spoilValue(items, first, root, `${name}[0]`).map((spoilt) => ({
      ...spoilt,
      part: [spoilt.part, ...elements.slice(1)],
    })),
  ];
}

function spoilObject(schema: Schema, sound: unknown, root: Schema, name: string): Spoilt<unknown>[] {
  if (schema.type !== 'object') return [];
  const fields: Fields = isFields(sound) ? sound : {};
  const inside = (field: string) => (name === '' ? field : `${name}.${field}`);
  if (!schema.properties) return [{ what: `${name} is far too large`, part: { text: tooLong } }];
  const properties = Object.entries(schema.properties).filter((entry): entry is [string, Schema] => isSchema(entry[1]));
  return [
    { what: `${inside('foo')} is unknown`, part: { ...fields, foo: 1 } },
    ...(schema.required ?? []).map((field) => ({
      what: `${inside(field)} is missing`,
      part: Object.fromEntries(Object.entries(fields).filter(([key]) => key !== field)),
    })),
    ...properties.flatMap(([field, property]) =>
      spoilValue(property, fields[field], root, inside(field)).map((spoilt) => ({
        ...spoilt,
        part: { ...fields, [field]: spoilt.part },
      })),
    ),
  ];
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
