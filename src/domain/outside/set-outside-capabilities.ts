import { z } from 'zod';
import { requireScope, systemActor } from '../../access/actor.ts';
import { changesOf } from '../../db/write/audit-changes.ts';
import type { Organisation } from '../../db/generated/prisma/client.ts';
import { OutsideCapability } from '../../db/generated/prisma/enums.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { differences } from '../same-value.ts';
import { capabilities, toCapabilities } from './capabilities.ts';

const isGrantable = (capability: OutsideCapability): boolean => capabilities.some((name) => name === capability);

const outsideInput = z.strictObject({
  capabilities: z.array(z.enum(OutsideCapability).refine(isGrantable, 'needs no grant')).max(50),
  /** Of all its widgets together. */
  modelTokensPerDay: z.int().min(0, 'must not be negative').max(2_000_000_000, 'must be at most 2000000000').nullish(),
  /** Leads that a provider enriches. */
  enrichmentsPerDay: z.int().min(0, 'must not be negative').max(1_000_000, 'must be at most 1000000').nullish(),
});

/**
 * Says what of the operator's providers a workspace may use, in place of what it might before; from the next call on. Both
 * workspaces keep an audit row, as of a plan that is set. The same again changes nothing.
 * @throws NOT_FOUND
 */
export async function setOutsideCapabilities(
  context: DomainContext,
  orgId: string,
  wanted: {
    readonly capabilities: readonly OutsideCapability[];
    readonly modelTokensPerDay?: number | null | undefined;
    readonly enrichmentsPerDay?: number | null | undefined;
  },
): Promise<Organisation> {
  const { actor, services } = context;
  requireScope(actor, 'staff');
  const {
    capabilities: names,
    modelTokensPerDay,
    enrichmentsPerDay,
  } = parseInput(outsideInput, {
    ...wanted,
    capabilities: [...wanted.capabilities],
  });
  const granted = {
    outsideCapabilities: toCapabilities(names),
    modelTokensPerDay: modelTokensPerDay ?? undefined,
    enrichmentsPerDay: enrichmentsPerDay ?? undefined,
  };
  const opened = orgId === actor.orgId ? context : services.openAs(systemActor(orgId, actor.requestId));
  const read = () => opened.db.organisation.findFirst({ where: { id: orgId } });
  const before = await read();
  if (!before) throw notFound('workspace');
  const data = differences(before, granted);
  if (Object.keys(data).length === 0) return before;
  const subject = { id: orgId, businessId: null };
  if (opened !== context) await context.write(async (tx) => tx.audit('workspace.outside_changed', subject));
  await opened.write(async (tx) => {
    await tx.serialise();
    await tx.organisation.updateMany({ where: {}, data });
    tx.audit('workspace.outside_changed', subject, changesOf(before, { ...before, ...data }, Object.keys(data)));
  });
  return (await read()) ?? before;
}
