import pg from 'pg';

const timestamptz = 1184;

/** `2026-05-04 13:22:01.5+00`, as the database writes an instant in UTC. */
function toIso(text: string): string {
  const [time = '', fraction = ''] = text.slice(11, -3).split('.');
  return `${text.slice(0, 10)}T${time}.${fraction.padEnd(3, '0')}Z`;
}

const usualParser: (oid: number, format?: 'text' | 'binary') => unknown = pg.types.getTypeParser;

/** Reads instants as ISO 8601, without making a date of each. */
export const isoInstants: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === timestamptz ? toIso : usualParser(oid, format)),
};
