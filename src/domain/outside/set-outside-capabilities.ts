import { z } from 'zod';
import { requireScope, systemActor } from '../../access/actor.ts';
import type { Organisation } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { isSameValue } from '../same-value.ts';
import { capabilities, type Capability, toCapabilities } from './capabilities.ts';

/**
 * Says what of the operator's providers a workspace may use, in place of what it might before; from the next call on. Both
 * workspaces keep an audit row, as of a plan that is set. The same again changes nothing.
 * @throws NOT_FOUND
 */
export async function setOutsideCapabilities(
  context: DomainContext,
  orgId: string,
  wanted: readonly Capability[],
): Promise<Organisation> {
  const { actor, services } = context;
  requireScope(actor, 'staff');
  const granted = toCapabilities(parseInput(z.array(z.enum(capabilities)).max(50), [...wanted]));
  const opened = orgId === actor.orgId ? context : services.openAs(systemActor(orgId, actor.requestId));
  const read = () => opened.db.organisation.findFirst({ where: { id: orgId } });
  const before = await read();
  if (!before) throw notFound('workspace');
  if (isSameValue(before.outsideCapabilities, granted)) return before;
  const subject = { id: orgId, businessId: null };
  if (opened !== context) await context.write(async (tx) => tx.audit('workspace.outside_changed', subject));
  await opened.write(async (tx) => {
    await tx.serialise();
    const change = { before: before.outsideCapabilities, after: granted };
    await tx.organisation.updateMany({ where: {}, data: { outsideCapabilities: granted } });
    tx.audit('workspace.outside_changed', subject, { outsideCapabilities: change });
  });
  return (await read()) ?? before;
}
