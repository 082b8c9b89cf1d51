import { requireScope } from '../../access/actor.ts';
import { conflict } from '../../errors.ts';
import type { DomainContext } from '../context.ts';
import type { OutsideCapability } from '../../db/generated/prisma/enums.ts';
import { testCalendar } from '../calendars/test-calendar.ts';
import { isCalendar } from '../calendars/calendars.ts';
import type { Capability, OnBehalf } from './capabilities.ts';

/** How a provider answered, or why it was not asked. */
export type TestProvider = (
  capability: Capability,
  onBehalf: OnBehalf,
) => Promise<{ readonly error: string | null } | 'NOT_CONFIGURED' | 'NOT_GRANTED' | 'PAUSED' | 'BUSY'>;

export type IntegrationTest = { readonly capability: OutsideCapability; readonly error: string | null };

const refusals = {
  NOT_CONFIGURED: 'No provider is set up for this.',
  NOT_GRANTED: 'This workspace may not use the provider: staff grants it with setOutsideCapabilities.',
  PAUSED: 'The provider is left alone after what failed. Try it again in a minute.',
  BUSY: 'The provider is asked for much at the moment. Try it again in a minute.',
} as const;

/**
 * Asks a provider whether it is there, outside of any transaction; what came of it is among the calls, who asked is in the audit.
 * @throws CONFLICT where nothing could be asked, which leaves nothing behind
 */
export async function testIntegration(context: DomainContext, capability: OutsideCapability): Promise<IntegrationTest> {
  const { actor, services, write } = context;
  requireScope(actor, 'workspace:write');
  const { orgId, businessId } = actor;
  const outcome = isCalendar(capability)
    ? await testCalendar(context, capability)
    : await services.testProvider(capability, { orgId, businessId, conversationId: null });
  if (typeof outcome === 'string') throw conflict(refusals[outcome]);
  await write(async (tx) =>
    tx.audit(`integration.tested_${capability.toLowerCase()}`, { id: orgId, businessId: null }),
  );
  return { capability, error: outcome.error };
}
