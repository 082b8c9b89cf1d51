import { requireScope } from '../../access/actor.ts';
import type { CustomField } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { maxFields } from './field-input.ts';

/** All of them, the oldest first: there are at most {@link maxFields}. */
export async function listCustomFields(context: DomainContext): Promise<CustomField[]> {
  requireScope(context.actor, 'leads:read');
  return context.db.customField.findMany({ orderBy: { id: 'asc' }, take: maxFields });
}
