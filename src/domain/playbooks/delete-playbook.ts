import { requireScope } from '../../access/actor.ts';
import type { Playbook } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';

/** Removes a playbook for good. @throws NOT_FOUND, the second time too */
export async function deletePlaybook(context: DomainContext, id: string): Promise<Playbook> {
  requireScope(context.actor, 'pipeline:write');
  return context.write(async (tx) => {
    await tx.lock('playbooks', id);
    const playbook = await tx.playbook.findFirst({ where: { id } });
    if (!playbook) throw notFound('playbook');
    await tx.playbook.deleteMany({ where: { id } });
    tx.audit('playbook.deleted', { id, businessId: null });
    return playbook;
  });
}
