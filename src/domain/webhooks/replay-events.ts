import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { WebhookEndpoint } from '../../db/generated/prisma/client.ts';
import type { Replayed } from '../../db/write/replay-deliveries.ts';
import type { Tx } from '../../db/write/write.ts';
import { eventTypes } from '../../events/catalogue.ts';
import { cursorExpired, originCursor } from '../../events/cursor.ts';
import type { DomainContext } from '../context.ts';
import { conflict } from '../../errors.ts';
import { requireEventScopes } from '../events/event-scopes.ts';
import { parseInput } from '../input.ts';
import { receivedTypes, requireCarried } from './endpoint-input.ts';
import { lockEndpoint } from './lock-endpoint.ts';

export const maxReplayed = 10_000;

const replayInput = z.strictObject({
  after: z.string(),
  types: z.array(z.enum(eventTypes)).max(eventTypes.length).nullish(),
  first: z.int().min(1).max(maxReplayed).nullish(),
});

export type ReplayedEvents = Replayed & { readonly endpoint: WebhookEndpoint };

/**
 * Delivers the events after a position to an endpoint once more, under the ids they have. Where a delivery of an event to
 * it is still pending there is no second one.
 */
export async function replayEvents(
  context: DomainContext,
  endpointId: string,
  input: z.input<typeof replayInput>,
): Promise<ReplayedEvents> {
  requireScope(context.actor, 'webhooks:write');
  const { after, types, first } = parseInput(replayInput, input);
  return context.write(async (tx) => {
    const endpoint = await lockEndpoint(tx, endpointId);
    if (endpoint.disabledAt) throw conflict('The endpoint is disabled. Enable it first.');
    requireCarried(endpoint.format, types ?? []);
    const wanted = types?.length ? types : receivedTypes(endpoint);
    requireEventScopes(context.actor, wanted);
    const replayed = await tx.replayDeliveries({
      endpointId,
      businessId: endpoint.businessId,
      afterPosition: await positionOf(tx, after),
      types: wanted,
      limit: first ?? maxReplayed,
    });
    if (replayed.made > 0) tx.audit('webhook_endpoint.replayed', endpoint);
    return { ...replayed, endpoint };
  });
}

/** @throws CURSOR_EXPIRED where the event is not kept for this caller. */
async function positionOf(tx: Tx, after: string): Promise<bigint> {
  if (after === originCursor) return 0n;
  const event = await tx.event.findFirst({ where: { id: after }, select: { position: true } });
  if (!event) throw cursorExpired();
  return event.position;
}
