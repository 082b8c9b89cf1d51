import type { VendorDialect } from '../src/vendors/vendor.ts';
import type { VendorBodies } from '../src/webhooks/format/formats.ts';
import { ai93Api } from './ai93/api.ts';
import { ai93WebhookBody } from './ai93/webhook.ts';
import { clawcrmApi } from './clawcrm/api.ts';
import type { VendorApi } from './dialect.ts';
import { quincerApi } from './quincer/api.ts';
import { quincerWebhookBody } from './quincer/webhook.ts';

/** Every vendor's routes and documents, by the dialect of its keys. What else a vendor is stands in `src/vendors`. */
export const vendorApis = {
  QUINCER: quincerApi,
  AI93: ai93Api,
  CLAWCRM: clawcrmApi,
} as const satisfies Record<VendorDialect, VendorApi>;

/** What the webhooks of those that have any say of an event, by their format. */
export const webhookBodies = {
  QUINCER: quincerWebhookBody,
  AI93: ai93WebhookBody,
} as const satisfies VendorBodies;
