import { invalidField } from '../../src/errors.ts';

/**
 * The id that an argument was given under its name or the one it had before.
 * @throws INVALID naming the argument where it was given under neither, or under both and not the same
 */
export function renamed<Name extends string, Former extends string>(
  args: { readonly [Key in Name | Former]?: string | null | undefined },
  name: Name,
  former: Former,
): string {
  const [given, formerly] = [args[name] ?? null, args[former] ?? null];
  if (given !== null && formerly !== null && given !== formerly) {
    throw invalidField(name, `is not the same as ${former}, which is its former name. Give ${name} alone.`);
  }
  const id = given ?? formerly;
  if (id === null) throw invalidField(name, 'is required');
  return id;
}
