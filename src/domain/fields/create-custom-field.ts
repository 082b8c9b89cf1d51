import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { CustomField } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { conflict } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { fieldShape, fittingOptions, maxFields } from './field-input.ts';

const createCustomFieldInput = z.strictObject({
  name: fieldShape.name,
  label: fieldShape.label,
  fieldType: fieldShape.fieldType,
  options: fieldShape.options.nullish(),
  required: fieldShape.required.nullish(),
});

/** Adds a field to the leads of the workspace. @throws CONFLICT for a name there is, and for one field too many. */
export async function createCustomField(
  context: DomainContext,
  input: z.input<typeof createCustomFieldInput>,
): Promise<CustomField> {
  requireScope(context.actor, 'pipeline:write');
  const { options, required, ...definition } = parseInput(createCustomFieldInput, input);
  const fitting = fittingOptions(definition.fieldType, options ?? []);
  return context.write(async (tx) => {
    await tx.serialise();
    const known = await tx.customField.findMany({ select: { name: true } });
    if (known.some(({ name }) => name === definition.name))
      throw conflict(`There is a custom field named ${definition.name} already.`);
    if (known.length >= maxFields) throw conflict(`A workspace has at most ${maxFields} custom fields.`);
    const row = { id: tx.newId(), createdAt: tx.now, updatedAt: tx.now };
    const field = await tx.customField.create({
      data: { ...row, ...definition, options: fitting, required: required ?? false },
    });
    tx.audit('custom_field.created', { id: field.id, businessId: null });
    return field;
  });
}
