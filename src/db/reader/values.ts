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

const { BYTEA, INT8, TIMESTAMPTZ } = pg.types.builtins;

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
