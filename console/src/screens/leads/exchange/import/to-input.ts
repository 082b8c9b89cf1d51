import type { CreateLeadInput, CustomFieldType } from '../../generated/operations.ts';
import { type Field, type FieldName, fields, isFieldName, type Target } from './fields.ts';

export type CustomFields = readonly { readonly name: string; readonly fieldType: CustomFieldType }[];

/** What rows are read by, beside their cells. */
export type Reading = {
  readonly targets: readonly Target[];
  readonly custom: CustomFields;
  readonly members: readonly { readonly id: string; readonly name: string }[];
  /** Put on every lead; empty is none. */
  readonly tag: string;
};

/** What is wrong with a cell before the graph is asked; the rest the graph says. */
export type Fault = {
  readonly field: Target;
  readonly problem: 'number' | 'owner' | 'truth' | 'word';
  /** What it can be. */
  readonly words: readonly string[];
};

type Read = { readonly input: CreateLeadInput; readonly fault: null } | { readonly fault: Fault };

const listOf = (cell: string): string[] =>
  cell
    .split(/[,;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const truths: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
]);

/** A cell as the value of a custom field; undefined where it cannot be one. */
function customValue(cell: string, type: CustomFieldType | undefined): unknown {
  if (type === 'NUMBER') return Number.isFinite(Number(cell)) ? Number(cell) : undefined;
  if (type === 'BOOLEAN') return truths.get(cell.toLowerCase());
  return type === 'MULTISELECT' ? listOf(cell) : cell;
}

/** A cell as the value of a field; undefined where it cannot be one. */
function valueOf(cell: string, { kind, words = [] }: Field, members: Reading['members']): unknown {
  if (kind === 'whole') return /^\d{1,9}(\.0+)?$/.test(cell) ? Number.parseInt(cell, 10) : undefined;
  if (kind === 'word') return words.find((word) => word === cell.toUpperCase().replaceAll(/[\s-]+/g, '_'));
  if (kind === 'list') return listOf(cell);
  if (kind === 'owner') return members.find(({ name }) => name.toLowerCase() === cell.toLowerCase())?.id;
  return cell;
}

const problemOf = {
  whole: 'number',
  word: 'word',
  owner: 'owner',
  list: 'word',
  text: 'word',
} as const satisfies Record<Field['kind'], Fault['problem']>;

const faultOf = (field: FieldName): Fault => {
  const { kind, words = [] }: Field = fields[field];
  return { field, problem: problemOf[kind], words };
};

/** A row as what is asked of the graph. Empty cells are left out. */
export function toInput(cells: readonly string[], { targets, custom, members, tag }: Reading): Read {
  const given: Record<string, unknown> = {};
  const bant: Record<string, unknown> = {};
  const customFields: Record<string, unknown> = {};
  for (const [index, target] of targets.entries()) {
    const cell = cells[index] ?? '';
    if (target === '' || cell === '') continue;
    if (isFieldName(target)) {
      const value = valueOf(cell, fields[target], members);
      if (value === undefined) return { fault: faultOf(target) };
      if (target.startsWith('bant.')) bant[target.slice('bant.'.length)] = value;
      else given[target] = value;
    } else {
      const name = target.slice('custom:'.length);
      const type = custom.find((one) => one.name === name)?.fieldType;
      const value = customValue(cell, type);
      if (value === undefined)
        return { fault: { field: target, problem: type === 'NUMBER' ? 'number' : 'truth', words: [] } };
      customFields[name] = value;
    }
  }
  const tags = [...listOf(cells[targets.indexOf('tags')] ?? ''), ...(tag === '' ? [] : [tag])];
  const input: CreateLeadInput = { source: 'import' };
  Object.assign(input, given, Object.keys(bant).length > 0 && { bant });
  if (Object.keys(customFields).length > 0) input.customFields = customFields;
  if (tags.length > 0) input.tags = tags;
  return { fault: null, input };
}
