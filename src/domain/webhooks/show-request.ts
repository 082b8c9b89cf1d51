import type { Event as EventRow } from '../../db/generated/prisma/client.ts';
import { isEventType } from '../../events/catalogue.ts';
import { type KeptRequest, readKeptRequest } from './kept-request.ts';
import type { DomainContext } from '../context.ts';
import { requireEventScopes } from '../events/event-scopes.ts';

/** The request of an attempt as it was sent. */
export type SentRequest = Pick<KeptRequest, 'url' | 'headers' | 'digest'> & {
  /** Null where it can no longer be told: the event is not kept, or is told otherwise by this version. */
  readonly body: string | null;
};

/** @throws FORBIDDEN for whoever may not read what the event is about: the body shows it. */
export function showRequest(
  { actor, services }: Pick<DomainContext, 'actor' | 'services'>,
  kept: string,
  event: EventRow | null,
): SentRequest {
  if (event) requireEventScopes(actor, [event.type].filter(isEventType));
  const { url, headers, digest, format, consumerWorkspace } = readKeptRequest(kept);
  const made = event && services.webhookBody(event, { format, consumerWorkspace });
  return { url, headers, digest, body: made?.digest === digest ? made.body.toString() : null };
}
