import { requireScope } from '../../access/actor.ts';
import type { OutsideCapability, Prisma, ProviderCall, ProviderCallOutcome } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { listPage, type Page, type PageInput } from '../page.ts';

/** Every field given must hold; null and absent are the same. */
export type ProviderCallFilter = {
  readonly capability?: OutsideCapability | null | undefined;
  readonly outcome?: ProviderCallOutcome | null | undefined;
  readonly conversationId?: string | null | undefined;
};

/** What left for providers, newest first. */
export async function listProviderCalls(
  context: DomainContext,
  { capability, outcome, conversationId }: ProviderCallFilter,
  page: PageInput,
): Promise<Page<ProviderCall>> {
  requireScope(context.actor, 'audit:read');
  const where: Prisma.ProviderCallWhereInput = {};
  if (capability != null) where.capability = capability;
  if (outcome != null) where.outcome = outcome;
  if (conversationId != null) where.conversationId = conversationId;
  return listPage<ProviderCall, Prisma.ProviderCallWhereInput>(context.db.providerCall, where, page);
}
