import pg from 'pg';
import { toInstant } from '../instants.ts';

type Parser = (text: string) => unknown;

const usual: (oid: number, format?: 'text' | 'binary') => Parser = pg.types.getTypeParser;

const textArray = 1009;

/** `{newsletter,region-1}`; with quotes where a text holds what stands between texts. */
const texts: Parser = (text) => {
  if (text === '{}') return [];
  return text.includes('"') || text.includes('NULL') ? usual(textArray)(text) : text.slice(1, -1).split(',');
};

const bytes: Parser = (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex'));

const { BYTEA, INT8, JSON: json, JSONB, TIMESTAMPTZ } = pg.types.builtins;

const parsers: ReadonlyMap<number, Parser> = new Map([
  [TIMESTAMPTZ, toInstant],
  [INT8, BigInt as Parser],
  [BYTEA, bytes],
  [textArray, texts],
]);

/** Values as the ORM answers them: bigints, bytes that are no buffers, and what `pg` answers by itself. */
export const asTheOrm: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => parsers.get(oid) ?? usual(oid, format),
};

const hyphen = '-'.charCodeAt(0);

/** `2026-05-04 13:22:01.5+00` as ISO 8601. */
const isoInstant: Parser = (text) => {
  if (text.charCodeAt(4) !== hyphen || !text.endsWith('+00')) return (usual(TIMESTAMPTZ)(text) as Date).toISOString();
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0')}Z`;
};

const asItCame: Parser = (text) => text;

const textParsers: ReadonlyMap<number, Parser> = new Map([
  [TIMESTAMPTZ, isoInstant],
  [json, asItCame],
  [JSONB, asItCame],
]);

/** The same with instants in ISO 8601 and JSON as its text: for rows that are only written down again. */
export const asTexts: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    textParsers.get(oid) ?? parsers.get(oid) ?? usual(oid, format),
};
