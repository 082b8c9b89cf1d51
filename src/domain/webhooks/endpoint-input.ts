import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import { WebhookFormat } from '../../db/generated/prisma/enums.ts';
import { type EventType, eventTypes, isEventType } from '../../events/catalogue.ts';
import { formatRules, typesOfFormat } from '../../vendors/format-rules.ts';
import { invalidField } from '../../errors.ts';
import { mayReadEvent, requireEventScopes } from '../events/event-scopes.ts';
import { text } from '../input.ts';

const types = z.array(z.enum(eventTypes)).max(eventTypes.length).nullish();

export const createWebhookEndpointInput = z.strictObject({
  url: text(2000),
  format: z.enum(WebhookFormat),
  types,
  businessId: text(40).nullish(),
  /** A secret the operator brings along: what a verifier already holds keeps verifying. */
  secret: z.string().nullish(),
  /** What bodies of a format that names the receiver's workspace call it; by default our workspace's slug. */
  consumerWorkspace: text(100).nullish(),
  /** Adds the headers of Standard Webhooks to a vendor's own. */
  alsoStandard: z.boolean().nullish(),
});

export const updateWebhookEndpointInput = z.strictObject({
  url: text(2000).optional(),
  types,
  enabled: z.boolean().optional(),
  consumerWorkspace: text(100).optional(),
  alsoStandard: z.boolean().optional(),
});

/** @throws INVALID for a type the format does not carry: it would never arrive. */
export function requireCarried(format: WebhookFormat, wanted: readonly EventType[]): void {
  const missing = wanted.find((type) => !formatRules[format].types.includes(type));
  if (missing) throw invalidField('types', `${format} carries ${typesOfFormat(format).join(', ')}, not ${missing}`);
}

/** What an endpoint receives: the types it names, or every one its format carries. */
export const receivedTypes = ({ format, types }: { format: WebhookFormat; types: readonly string[] }) =>
  types.length > 0 ? types.filter(isEventType) : typesOfFormat(format);

/**
 * The types to keep for an endpoint: the wanted ones, or where none is named every one, also such as there will be, which is
 * narrowed to what the caller may read where that is less.
 * @throws FORBIDDEN for a type whose subject the caller may not read: an endpoint of its own would show it.
 */
export function grantedTypes(actor: Actor, format: WebhookFormat, wanted: readonly EventType[]): EventType[] {
  requireCarried(format, wanted);
  const carried = typesOfFormat(format);
  const readable = carried.filter((type) => mayReadEvent(actor, type));
  requireEventScopes(actor, wanted.length > 0 || readable.length > 0 ? wanted : carried);
  if (wanted.length > 0) return [...wanted];
  return readable.length === carried.length ? [] : readable;
}
