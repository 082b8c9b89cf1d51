import type { WebhookFormat } from '../../db/generated/prisma/enums.ts';
import { joinName } from '../../domain/leads/fields/lead-input.ts';
import type { LogEvent } from '../../events/snapshot.ts';
import { mapValues } from '../../map-values.ts';
import type { VendorFormat } from '../../vendors/vendor.ts';
import { formatRules } from '../../vendors/format-rules.ts';
import type { SigningRequest, WebhookHeaders } from '../../vendors/signing.ts';
import { standardWebhookBody } from './standard/standard-body.ts';
import type { BodyEndpoint, WebhookEvent } from './webhook-event.ts';

/** A pure projection of an event to the body of its webhook; null where the format does not carry the type. */
export type WebhookBody = (event: WebhookEvent, endpoint: BodyEndpoint) => string | null;

export type WebhookFormatDefinition = {
  readonly body: (event: LogEvent, endpoint: BodyEndpoint) => string | null;
  readonly headers: (request: SigningRequest) => WebhookHeaders;
};

export type WebhookFormats = Readonly<Record<WebhookFormat, WebhookFormatDefinition>>;

export type VendorBodies = Readonly<Record<VendorFormat, WebhookBody>>;

const fromLog =
  (body: WebhookBody, format: WebhookFormat): WebhookFormatDefinition['body'] =>
  (event, endpoint) => {
    if (!formatRules[format].types.includes(event.type)) return null;
    const { lead } = event.snapshot;
    return body({ ...event, leadName: lead ? joinName(lead) : null }, endpoint);
  };

/** Every format an endpoint can ask for. The vendors' bodies come from their dialects. */
export const createFormats = (vendorBodies: VendorBodies): WebhookFormats =>
  mapValues({ ...vendorBodies, STANDARD: standardWebhookBody }, (body: WebhookBody, format) => ({
    body: fromLog(body, format),
    headers: formatRules[format].headers,
  }));
