import { readFileSync } from 'node:fs';

export type PrismaModel = {
  readonly name: string;
  /** The table's name in the database. */
  readonly table: string;
  readonly fields: readonly string[];
  readonly idFields: readonly string[];
};

/** The models of prisma/schema.prisma, as they are written there. */
export function readPrismaModels(): PrismaModel[] {
  const source = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8');
  return [...source.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => ({
    name,
    table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name,
    fields: [...body.matchAll(/^ {2}(\w+) /gm)].map(([, field = '']) => field),
    idFields: (/@@id\(\[(.*)\]\)/.exec(body)?.[1] ?? /^ {2}(\w+) .*@id$/m.exec(body)?.[1] ?? '').split(', '),
  }));
}
