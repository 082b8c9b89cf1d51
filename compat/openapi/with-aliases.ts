import { z } from 'zod';

type Aliases = Readonly<Record<string, string>>;

/**
 * The shape with its older names beside the canonical ones. One that differs in case alone is told of in the canonical
 * field's words: makers of clients turn both into one identifier.
 */
export function withAliases(schema: z.ZodObject, aliases: Aliases): z.ZodObject {
  const shape: Record<string, z.ZodType> = {};
  for (const [name, field] of Object.entries(schema.shape))
    shape[name] = withTwins(typeOf(field), twinsOf(name, aliases));
  for (const [alias, name] of Object.entries(aliases)) {
    const field: unknown = schema.shape[name];
    if (!(field instanceof z.ZodType)) throw new Error(`The alias ${alias} stands for ${name}, which does not exist.`);
    if (!isTwin(alias, name)) shape[alias] = asAlias(field, name);
  }
  return z.strictObject(shape).meta({ ...schema.meta() });
}

const isTwin = (alias: string, name: string): boolean => folded(alias) === folded(name);

const folded = (name: string): string => name.replaceAll('_', '').toLowerCase();

const twinsOf = (name: string, aliases: Aliases): string[] =>
  Object.keys(aliases).filter((alias) => aliases[alias] === name && isTwin(alias, name));

function withTwins(field: z.ZodType, twins: readonly string[]): z.ZodType {
  if (twins.length === 0) return field;
  const legacy = `Also taken as ${twins.map((twin) => `\`${twin}\``).join(', ')}, its legacy spelling.`;
  const description = [field.meta()?.description, legacy].filter(Boolean).join(' ');
  return field.meta({ ...field.meta(), description, 'x-aliases': twins });
}

const asAlias = (field: z.ZodType, name: string): z.ZodType =>
  field.meta({
    ...field.meta(),
    deprecated: true,
    param: { deprecated: true },
    description: `Legacy spelling of \`${name}\`.`,
  });

function typeOf(field: unknown): z.ZodType {
  if (!(field instanceof z.ZodType)) throw new Error('A field of a shape is no type.');
  return field;
}
