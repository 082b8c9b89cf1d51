import type { WebhookFormat } from '../../db/generated/prisma/enums.ts';
import { type EventType, eventTypes } from '../../events/catalogue.ts';
import { vendorWebhooks } from '../../vendors/index.ts';
import { usualRetrySeconds, type VendorWebhooks } from '../../vendors/vendor.ts';
import { standardHeaders } from './signing.ts';

/** What is known of each webhook format but its bodies: the vendors', and Standard Webhooks, which carry every event. */
export const formatRules: Readonly<Record<WebhookFormat, VendorWebhooks>> = {
  ...vendorWebhooks,
  STANDARD: { types: eventTypes, headers: standardHeaders, retrySeconds: usualRetrySeconds, paced: true },
};

/** The types an endpoint of this format can receive, in the catalogue's order. */
export const typesOfFormat = (format: WebhookFormat): readonly EventType[] =>
  eventTypes.filter((type) => formatRules[format].types.includes(type));
