import type { Operation, Shape } from './document.ts';
import { resolve, type Shapes, typesOf } from './example-of.ts';

export type Field = {
  readonly name: string;
  readonly place: 'body' | 'cookie' | 'header' | 'path' | 'query';
  readonly isRequired: boolean;
  readonly type: string;
  readonly description: string;
  /** How else it may be written, for those who still do. */
  readonly older: readonly string[];
};

const legacy = /^Legacy spelling of `([^`]+)`\.$/;
/** What a description says of older names, which stand beside it here. */
const alsoTaken = /\s*Also taken as [^.]*, its legacy spelling\./;

const typeOf = (shape: Shape): string =>
  shape.enum ? shape.enum.map(String).join(' | ') : typesOf(shape).join(' | ') || 'object';

export const parametersOf = ({ parameters }: Operation): Field[] =>
  withOlder(
    parameters.map(({ name, in: place, required, description, schema }) => ({
      name,
      place,
      isRequired: required,
      type: typeOf(schema),
      description,
      older: schema['x-aliases'] ?? [],
    })),
  );

export function bodyFieldsOf(schema: Shape, shapes: Shapes): Field[] {
  const { properties = {}, required = [] } = resolve(schema, shapes);
  return withOlder(
    Object.entries(properties).map(([name, part]) => {
      const own = resolve(part, shapes);
      return {
        name,
        place: 'body',
        isRequired: required.includes(name),
        type: typeOf(own),
        description: own.description ?? '',
        older: own['x-aliases'] ?? [],
      };
    }),
  );
}

/** Some older names stand in a document as fields of their own; here they stand with the field that has replaced them. */
function withOlder(fields: readonly Field[]): Field[] {
  const by = Map.groupBy(fields, ({ description }) => legacy.exec(description)?.[1] ?? '');
  return (by.get('') ?? []).map((field) => ({
    ...field,
    description: field.description.replace(alsoTaken, ''),
    older: [...field.older, ...(by.get(field.name) ?? []).map(({ name }) => name)],
  }));
}
