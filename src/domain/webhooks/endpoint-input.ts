import { z } from 'zod';
import { WebhookFormat } from '../../db/generated/prisma/enums.ts';
import { eventCatalogue, type EventType, eventTypes, typesOfFormat } from '../../events/catalogue.ts';
import { invalid } from '../errors.ts';
import { text } from '../input.ts';

const types = z.array(z.enum(eventTypes)).max(eventTypes.length).nullish();

export const createWebhookEndpointInput = z.strictObject({
  url: text(2000),
  format: z.enum(WebhookFormat),
  types,
  businessId: text(40).nullish(),
  /** A secret the operator brings along: what a verifier already holds keeps verifying. */
  secret: z.string().nullish(),
  /** AI93's `consumerWorkspace`; by default the workspace's slug. */
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
  const missing = wanted.find((type) => !(eventCatalogue[type].formats as readonly WebhookFormat[]).includes(format));
  if (missing) throw invalid(`types: ${format} carries ${typesOfFormat(format).join(', ')}, not ${missing}`, 'types');
}
