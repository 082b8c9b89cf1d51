import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { WebhookEndpoint } from '../../db/generated/prisma/client.ts';
import type { Rehearsed } from '../../db/write/rehearse.ts';
import type { Tx } from '../../db/write/write.ts';
import { eventTypes } from '../../events/catalogue.ts';
import { cursorExpired, originCursor } from '../../events/cursor.ts';
import type { DomainContext } from '../context.ts';
import { conflict, invalidField } from '../../errors.ts';
import { requireEventScopes } from '../events/event-scopes.ts';
import { parseInput } from '../input.ts';
import { doOrPlan, type Planned } from '../plan.ts';
import { receivedTypes, requireCarried } from './endpoint-input.ts';
import { lockEndpoint } from './lock-endpoint.ts';
import { replayDeliveries } from './replay-deliveries.sql.ts';

export const maxReplayed = 10_000;

const replayInput = z.strictObject({
  after: z.string().nullish(),
  since: z.date().nullish(),
  types: z.array(z.enum(eventTypes)).max(eventTypes.length).nullish(),
  first: z.int().min(1).max(maxReplayed).nullish(),
});

export type ReplayedEvents = {
  readonly endpoint: WebhookEndpoint;
  readonly made: number;
  /** Events whose delivery was still under way. */
  readonly skipped: number;
  /** The last event looked at; null where there was none. */
  readonly lastEventId: string | null;
  readonly hasMore: boolean;
};

const nothing = { made: 0, looked: 0, found: 0, lastEventId: null };

/**
 * Delivers the events after a position to an endpoint once more, under the ids they have. Where a delivery of an event to
 * it is still pending there is no second one.
 */
export async function replayEvents(
  context: DomainContext,
  endpointId: string,
  input: z.input<typeof replayInput>,
  dryRun = false,
): Promise<Planned<ReplayedEvents>> {
  requireScope(context.actor, 'webhooks:write');
  const { after, since, types, first } = parseInput(replayInput, input);
  if ((after == null) === (since == null)) throw invalidField('after', 'give either it or since');
  const countMade = ({ result: { made } }: Rehearsed<ReplayedEvents>) => made;
  return doOrPlan(context, dryRun, countMade, async (tx) => {
    const endpoint = await lockEndpoint(tx, endpointId);
    if (endpoint.disabledAt) throw conflict('The endpoint is disabled. Enable it first.');
    requireCarried(endpoint.format, types ?? []);
    const wanted = types?.length ? types : receivedTypes(endpoint);
    requireEventScopes(context.actor, wanted);
    const [replayed = nothing] = await tx.run(replayDeliveries, {
      endpointId,
      ofBusiness: endpoint.businessId,
      afterPosition: since ? await positionBefore(tx, since) : await positionOf(tx, after ?? originCursor),
      types: wanted,
      limit: first ?? maxReplayed,
      isTried: dryRun,
    });
    const { made, looked, found, lastEventId } = replayed;
    if (made > 0) tx.audit('webhook_endpoint.replayed', endpoint);
    return { endpoint, made, skipped: looked - made, lastEventId, hasMore: found > looked };
  });
}

/** @throws CURSOR_EXPIRED where the event is not kept for this caller. */
async function positionOf(tx: Tx, after: string): Promise<bigint> {
  if (after === originCursor) return 0n;
  const event = await tx.event.findFirst({ where: { id: after }, select: { position: true } });
  if (!event) throw cursorExpired();
  return event.position;
}

/** The last event before an instant: none is earlier than the one before it. */
async function positionBefore(tx: Tx, instant: Date): Promise<bigint> {
  const event = await tx.event.findFirst({
    where: { createdAt: { lt: instant } },
    orderBy: [{ createdAt: 'desc' }, { position: 'desc' }],
    select: { position: true },
  });
  return event?.position ?? 0n;
}
