import type { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { changesOf } from '../../db/write/audit-changes.ts';
import type { Business } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { differences } from '../same-value.ts';
import { createBusinessInput } from './create-business.ts';

const updateBusinessInput = createBusinessInput.partial();

/** Changes what is given. The same again changes nothing. */
export async function updateBusiness(
  context: DomainContext,
  id: string,
  input: z.input<typeof updateBusinessInput>,
): Promise<Business> {
  requireScope(context.actor, 'businesses:write');
  const wanted = parseInput(updateBusinessInput, input);
  return context.write(async (tx) => {
    await tx.lock('businesses', id);
    const before = await tx.business.findFirst({ where: { id } });
    if (!before) throw notFound('business');
    const data = differences(before, wanted);
    if (Object.keys(data).length === 0) return before;
    const [business] = await tx.business.updateManyAndReturn({ where: { id }, data });
    if (!business) throw notFound('business');
    tx.audit('business.updated', { id, businessId: id }, changesOf(before, business, Object.keys(data)));
    return business;
  });
}
