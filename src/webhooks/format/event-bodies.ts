import type { Event as EventRow } from '../../db/generated/prisma/client.ts';
import type { EventType } from '../../events/catalogue.ts';
import { reviveEvent, type LogEvent } from '../../events/snapshot.ts';
import type { DeliveryEndpoint } from '../claim.ts';
import type { WebhookFormats } from './formats.ts';

/** The body is as it is sent: encoded once, signed and posted many times. */
export type EventBody = { readonly type: EventType; readonly body: Buffer };

export type EventBodies = {
  /** The body of an event for an endpoint; null where the endpoint's format does not carry the type. */
  bodyOf(row: EventRow, endpoint: DeliveryEndpoint): EventBody | null;
};

type Kept = { readonly event: LogEvent; readonly bodies: Map<string, EventBody | null> };

/** Serialises an event once for all the endpoints of a claim that are sent the same; it is kept as long as its row is. */
export function createEventBodies(formats: WebhookFormats): EventBodies {
  const keptOf = new WeakMap<EventRow, Kept>();

  function keep(row: EventRow): Kept {
    const kept = { event: reviveEvent(row), bodies: new Map<string, EventBody | null>() };
    keptOf.set(row, kept);
    return kept;
  }

  return {
    bodyOf(row, endpoint) {
      const { event, bodies } = keptOf.get(row) ?? keep(row);
      const key = `${endpoint.format} ${endpoint.consumerWorkspace}`;
      const known = bodies.get(key);
      if (known !== undefined) return known;
      const body = formats[endpoint.format].body(event, endpoint);
      const made = body === null ? null : { type: event.type, body: Buffer.from(body) };
      bodies.set(key, made);
      return made;
    },
  };
}
