import * as enums from '../../../src/db/generated/prisma/enums.ts';
import { getDatamodel } from '../../../src/db/generated/pothos-types.ts';
import type { Chance } from '../../support/chance.ts';

export const { models } = getDatamodel().datamodel;

export type Field = (typeof models)[string]['fields'][number];

/** The fields of a model that are columns. */
export const columnsOf = (model: string): readonly Field[] =>
  (models[model]?.fields ?? []).filter(({ kind }) => kind !== 'object');

const texts = ['', 'a', 'B', 'Zoë, "quoted"', "it's", 'NULL', '{x,y}', 'back\\slash', '100%_', 'two\nlines', '🐻', ' '];
const documents: readonly object[] = [{}, [], { a: null, b: [1, 2.5, '"'], c: { d: true } }, [{ x: 'é' }], { n: 1e21 }];
const instants = [
  '0099-12-31T23:59:59.999Z',
  '1969-07-20T20:17:40.000Z',
  '2026-05-04T13:22:01.500Z',
  '9999-12-31T00:00:00.007Z',
];

/** A value that a column may hold, and nothing else. */
function valueOf(chance: Chance, { type, kind }: Field): unknown {
  if (kind === 'enum') return chance.pick(Object.values(Reflect.get(enums, type) as Record<string, string>));
  switch (type) {
    case 'String':
      return chance.pick(texts);
    case 'Int':
      return chance.below(7) - 2;
    case 'BigInt':
      return BigInt(chance.below(5)) * 9_007_199_254_740_993n;
    case 'Boolean':
      return chance.below(2) === 0;
    case 'DateTime':
      return new Date(chance.pick(instants));
    case 'Bytes':
      return new Uint8Array([chance.below(256), 0, 255]);
    case 'Json':
      return chance.pick(documents);
    default:
      throw new Error(`What values ${type} has is not known here.`);
  }
}

export const randomValue = (chance: Chance, field: Field): unknown =>
  field.isList ? Array.from({ length: chance.below(4) }, () => valueOf(chance, field)) : valueOf(chance, field);

/** What a row is found by or refers to; what holds it together with others stays as it is. */
function fixedFields(model: string): ReadonlySet<string> {
  const { fields = [], primaryKey = null, uniqueIndexes = [] } = models[model] ?? {};
  const references = fields.flatMap(({ relationFromFields }) => relationFromFields ?? []);
  const alone = fields.filter(({ isId, isUnique }) => isId || isUnique).map(({ name }) => name);
  const together = [primaryKey, ...uniqueIndexes].flatMap((index) => index?.fields ?? []);
  return new Set(['orgId', 'businessId', ...references, ...alone, ...together]);
}

/** Other values in every column of a row that can have any. */
export function randomChange(chance: Chance, model: string): Record<string, unknown> {
  const fixed = fixedFields(model);
  const free = columnsOf(model).filter(({ name }) => !fixed.has(name));
  const changed = free.map((field) => [
    field.name,
    field.isRequired || field.type === 'Json'
      ? randomValue(chance, field)
      : chance.maybe(() => randomValue(chance, field)),
  ]);
  return Object.fromEntries(changed) as Record<string, unknown>;
}
