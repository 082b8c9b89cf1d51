import { z } from 'zod';
import { requireScope, systemActor } from '../../access/actor.ts';
import type { Organisation } from '../../db/generated/prisma/client.ts';
import { Tier } from '../../db/generated/prisma/enums.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../input.ts';

/**
 * Moves any workspace of the installation to another plan, which counts from the next insert on. What it holds beyond the
 * plan stays. Both workspaces keep an audit row: staff's of who did it, the other one's of what was done. The same again
 * changes nothing.
 * @throws NOT_FOUND
 */
export async function setOrganizationTier(context: DomainContext, orgId: string, wanted: Tier): Promise<Organisation> {
  const { actor, services } = context;
  requireScope(actor, 'staff');
  const tier = parseInput(z.enum(Tier), wanted);
  const opened = orgId === actor.orgId ? context : services.openAs(systemActor(orgId, actor.requestId));
  const read = () => opened.db.organisation.findFirst({ where: { id: orgId } });
  const before = await read();
  if (!before) throw notFound('workspace');
  if (before.tier === tier) return before;
  const subject = { id: orgId, businessId: null };
  // First who does it: a change that nobody is known to have made would be worse than an attempt that came to nothing.
  if (opened !== context) await context.write(async (tx) => tx.audit('workspace.tier_changed', subject));
  await opened.write(async (tx) => {
    if ((await tx.serialise()) === tier) return;
    await tx.organisation.updateMany({ where: {}, data: { tier } });
    tx.audit('workspace.tier_changed', subject, { tier: { before: before.tier, after: tier } });
  });
  return (await read()) ?? { ...before, tier };
}
