import type { Event as EventRow } from '../../db/generated/prisma/client.ts';
import type { EventType } from '../../events/catalogue.ts';
import { reviveEvent } from '../../events/revive-event.ts';
import type { LogEvent } from '../../events/snapshot.ts';
import type { DeliveryEndpoint } from '../claim.ts';
import type { WebhookFormats } from './formats.ts';
import { bodyDigest } from '../../domain/webhooks/kept-request.ts';
import { asSent } from './sample.ts';

/** The body is as it is sent: encoded once, signed and posted many times. */
export type EventBody = { readonly type: EventType; readonly body: Buffer; readonly digest: string };

export type EventBodies = {
  /** The body of an event for an endpoint; null where the endpoint's format does not carry the type. */
  bodyOf(row: EventRow, endpoint: Pick<DeliveryEndpoint, 'format' | 'consumerWorkspace'>): EventBody | null;
};

type Kept = { readonly event: LogEvent; readonly bodies: Map<string, EventBody | null> };

/** Serialises an event once for all the endpoints of a claim that are sent the same; it is kept as long as its row is. */
export function createEventBodies(formats: WebhookFormats): EventBodies {
  const keptOf = new WeakMap<EventRow, Kept>();

  function keep(row: EventRow): Kept {
    const kept = { event: reviveEvent(asSent(row)), bodies: new Map<string, EventBody | null>() };
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
      const made = body === null ? null : encode(event.type, body);
      bodies.set(key, made);
      return made;
    },
  };
}

function encode(type: EventType, text: string): EventBody {
  const body = Buffer.from(text);
  return { type, body, digest: bodyDigest(body) };
}
