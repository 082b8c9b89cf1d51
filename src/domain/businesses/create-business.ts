import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { Business } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { name, parseInput } from '../input.ts';

export const createBusinessInput = z.strictObject({ name: name(200) });

/** @throws FORBIDDEN for a key locked to a business, which could not see another one. */
export async function createBusiness(
  context: DomainContext,
  input: z.input<typeof createBusinessInput>,
): Promise<Business> {
  requireScope(context.actor, 'businesses:write');
  const { name } = parseInput(createBusinessInput, input);
  return context.write(async (tx) => {
    const business = await tx.business.create({ data: { id: tx.newId(), name, createdAt: tx.now } });
    tx.audit('business.created', { id: business.id, businessId: business.id });
    return business;
  });
}
