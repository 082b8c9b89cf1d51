import { requireScope } from '../../access/actor.ts';
import type { CustomField } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';

/** Removes a definition. Values that leads have under its name stay, unchecked from now on. */
export async function deleteCustomField(context: DomainContext, id: string): Promise<CustomField> {
  requireScope(context.actor, 'pipeline:write');
  return context.write(async (tx) => {
    await tx.lockToDelete('custom_fields', id);
    const field = await tx.customField.findFirst({ where: { id } });
    if (!field) throw notFound('custom field');
    await tx.customField.deleteMany({ where: { id } });
    tx.audit('custom_field.deleted', { id, businessId: null });
    return field;
  });
}
