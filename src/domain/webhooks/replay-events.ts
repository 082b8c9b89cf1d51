import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { WebhookEndpoint } from '../../db/generated/prisma/client.ts';
import type { Replayed } from '../../db/replay-deliveries.ts';
import type { Tx } from '../../db/write.ts';
import { eventTypes, isEventType, typesOfFormat } from '../../events/catalogue.ts';
import { cursorExpired, originCursor } from '../../events/cursor.ts';
import type { DomainContext } from '../context.ts';
import { conflict } from '../errors.ts';
import { parseInput } from '../input.ts';
import { requireCarried } from './endpoint-input.ts';
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
    const replayed = await tx.replayDeliveries({
      endpointId,
      businessId: endpoint.businessId,
      afterPosition: await positionOf(tx, after),
      types: types?.length ? types : wantedTypes(endpoint),
      limit: first ?? maxReplayed,
    });
    if (replayed.made > 0) tx.audit('webhook_endpoint.replayed', endpoint);
    return { ...replayed, endpoint };
  });
}

const wantedTypes = ({ format, types }: WebhookEndpoint) =>
  types.length > 0 ? types.filter(isEventType) : typesOfFormat(format);

/** @throws CURSOR_EXPIRED where the event is not kept for this caller. */
async function positionOf(tx: Tx, after: string): Promise<bigint> {
  if (after === originCursor) return 0n;
  const event = await tx.event.findFirst({ where: { id: after }, select: { position: true } });
  if (!event) throw cursorExpired();
  return event.position;
}
