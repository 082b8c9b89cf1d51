import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { changesOf } from '../../db/write/audit-changes.ts';
import type { CustomField } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { DomainContext } from '../context.ts';
import { conflict, invalidField, notFound } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { isSameValue } from '../same-value.ts';
import { countValues } from './definitions.sql.ts';
import { fieldShape, fittingOptions } from './field-input.ts';

const updateCustomFieldInput = z.strictObject({
  name: z.string().nullish(),
  label: fieldShape.label.nullish(),
  fieldType: fieldShape.fieldType.nullish(),
  options: fieldShape.options.nullish(),
  required: fieldShape.required.nullish(),
});

/** More values than this are not counted. */
const mostCounted = 1000;

/**
 * Changes a custom field; values that leads have stay as they are. A change to what is already there does nothing.
 * @throws INVALID for another name, which is fixed; CONFLICT for another type while leads hold values.
 */
export async function updateCustomField(
  context: DomainContext,
  id: string,
  input: z.input<typeof updateCustomFieldInput>,
): Promise<CustomField> {
  requireScope(context.actor, 'pipeline:write');
  const given = parseInput(updateCustomFieldInput, input);
  return context.write(async (tx) => {
    await tx.lock('custom_fields', id);
    const before = await tx.customField.findFirst({ where: { id } });
    if (!before) throw notFound('custom field');
    if (given.name != null && given.name !== before.name)
      throw invalidField('name', `is fixed (${before.name}); make another field instead`);
    const fieldType = given.fieldType ?? before.fieldType;
    if (fieldType !== before.fieldType) await requireUnused(tx, before.name);
    const data = {
      label: given.label ?? before.label,
      fieldType,
      options: fittingOptions(fieldType, given.options ?? (fieldType === before.fieldType ? before.options : [])),
      required: given.required ?? before.required,
    };
    if (isSameValue(data, pickDefinition(before))) return before;
    const [field] = await tx.customField.updateManyAndReturn({ where: { id }, data: { ...data, updatedAt: tx.now } });
    if (!field) throw notFound('custom field');
    tx.audit('custom_field.updated', { id, businessId: null }, changesOf(before, field, Object.keys(data)));
    return field;
  });
}

const pickDefinition = ({ label, fieldType, options, required }: CustomField) => ({
  label,
  fieldType,
  options,
  required,
});

async function requireUnused(tx: Tx, name: string): Promise<void> {
  const [{ count } = { count: 0 }] = await tx.run(countValues, { name, most: mostCounted + 1 });
  if (count === 0) return;
  const leads =
    count > mostCounted ? `More than ${mostCounted} leads hold` : `${count} lead${count === 1 ? ' holds' : 's hold'}`;
  throw conflict(`${leads} a value of ${name}: its type is fixed until they hold none.`);
}
