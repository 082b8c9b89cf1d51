import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { DomainContext } from '../context.ts';
import { conflict } from '../../errors.ts';
import { parseInput, text } from '../input.ts';

const connectCalendlyInput = z.strictObject({ personalAccessToken: text(4096) });

/**
 * There is no provider yet that a token could be given to, so none is kept.
 * @throws CONFLICT with the reason `not_configured`
 */
export function connectCalendly(context: DomainContext, input: z.input<typeof connectCalendlyInput>): never {
  requireScope(context.actor, 'workspace:write');
  parseInput(connectCalendlyInput, input);
  throw conflict('Calendly is not configured on this installation.', { reason: 'not_configured' });
}

/** What is not connected stays so. */
export function disconnectCalendly(context: DomainContext): void {
  requireScope(context.actor, 'workspace:write');
}
