import type { Shape } from './document.ts';

export type Shapes = Readonly<Record<string, Shape>>;

const deepest = 8;

/** The shape itself, where it is named by reference. */
export const resolve = (shape: Shape, shapes: Shapes): Shape => {
  const named = shape.$ref?.split('/').at(-1);
  return named === undefined ? shape : { ...shapes[named], ...shape };
};

export const typesOf = ({ type }: Shape): readonly string[] =>
  type === undefined ? [] : typeof type === 'string' ? [type] : type;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value of this shape: what the document gives as examples, and elsewhere the simplest that fits. */
export function exampleOf(shape: Shape, shapes: Shapes, depth = 0): unknown {
  const own = resolve(shape, shapes);
  if (own.example !== undefined) return own.example;
  if (own.default !== undefined) return own.default;
  if (own.enum) return own.enum[0] ?? null;
  if (depth >= deepest) return null;
  const inner = (part: Shape) => exampleOf(part, shapes, depth + 1);
  if (own.allOf) return Object.assign({}, ...own.allOf.map(inner).filter(isObject));
  const [choice] = own.oneOf ?? own.anyOf ?? [];
  if (choice) return inner(choice);
  if (own.properties) {
    const current = Object.entries(own.properties).filter(([, { deprecated }]) => deprecated !== true);
    return Object.fromEntries(current.map(([name, part]) => [name, inner(part)]));
  }
  const [type] = typesOf(own);
  switch (type) {
    case 'array':
      return own.items ? [inner(own.items)] : [];
    case 'object':
      return {};
    case 'integer':
    case 'number':
      return own.minimum ?? 0;
    case 'boolean':
      return true;
    case 'string':
      return typesOf(own).includes('null') ? null : own.format === 'date-time' ? '2026-05-04T13:22:01.000Z' : '…';
    default:
      return null;
  }
}
