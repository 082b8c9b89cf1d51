import type { WebhookFormat } from '../db/generated/prisma/enums.ts';
import { type EventType, eventTypes } from '../events/catalogue.ts';
import { vendorWebhooks } from './index.ts';
import { usualRetrySeconds, type VendorWebhooks, type VerifierText } from './vendor.ts';
import { standardHeaders } from './signing.ts';

const standardVerifier: VerifierText = {
  typescript: `const content = \`\${headers['webhook-id']}.\${headers['webhook-timestamp']}.\${body}\`;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = 'v1,' + createHmac('sha256', key).update(content).digest('base64');
  // While a secret is rotated there are two signatures.
  return (headers['webhook-signature'] ?? '').split(' ').some((signature) => same(signature, expected));`,
  python: `content = f'{headers["webhook-id"]}.{headers["webhook-timestamp"]}.'.encode() + body
    key = base64.b64decode(secret.removeprefix("whsec_"))
    expected = "v1," + base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
    # While a secret is rotated there are two signatures.
    return any(hmac.compare_digest(one, expected) for one in headers.get("webhook-signature", "").split(" "))`,
  shell: `key=$(printf %s "\${SECRET#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \\n')
{ printf '%s.%s.' "$WEBHOOK_ID" "$WEBHOOK_TIMESTAMP"; cat body.json; } | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64`,
};

/** What is known of each webhook format but its bodies: the vendors', and Standard Webhooks, which carry every event. A test is sent as what it is a sample of. */
export const formatRules: Readonly<Record<WebhookFormat, VendorWebhooks>> = {
  ...vendorWebhooks,
  STANDARD: {
    types: eventTypes.filter((type) => type !== 'webhook_endpoint.tested'),
    headers: standardHeaders,
    verifier: standardVerifier,
    retrySeconds: usualRetrySeconds,
    paced: true,
  },
};

/** The types an endpoint of this format can receive, in the catalogue's order. */
export const typesOfFormat = (format: WebhookFormat): readonly EventType[] =>
  eventTypes.filter((type) => formatRules[format].types.includes(type));
