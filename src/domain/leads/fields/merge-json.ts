import type { JsonObject } from '../../input.ts';
import { jsonObject } from '../../input.ts';
import { invalidField } from '../../../errors.ts';
import { isJsonObject } from '../../../json.ts';

/**
 * Flexible data with these keys put in; null takes a key away. What is empty then is null.
 * @throws INVALID naming the field where the whole is more than 64 KiB.
 */
export function mergeJson(field: string, before: unknown, changes: JsonObject): JsonObject | null {
  const merged = Object.entries({ ...(isJsonObject(before) ? before : {}), ...changes }).filter(
    ([, value]) => value !== null,
  );
  if (merged.length === 0) return null;
  const parsed = jsonObject.safeParse(Object.fromEntries(merged));
  if (!parsed.success) throw invalidField(field, parsed.error.issues[0]?.message ?? 'is not valid');
  return parsed.data;
}
