import { hexHmac, oneSecret, toSeconds } from './signing.ts';
import { hexVerifier, type Vendor, type VendorWebhooks } from './vendor.ts';

export const ai93 = {
  name: 'ai93',
  title: 'AI93/Krew',
  about: 'leads, CSV, handoff, sources',
  basePath: '/api/v1',
  keyPrefix: 'ai93_live_',
  scopes: ['leads:read', 'leads:write', 'leads:handoff', 'sources:read'],
  signsIn: false,
  rateLimit: null,
  workspaceId: null,
  links: [],
} as const satisfies Vendor;

export const ai93Webhooks: VendorWebhooks = {
  types: ['lead.created', 'lead.status_changed', 'lead.replied', 'lead.converted', 'lead.handed_off'],
  /** Its document, section 4: the key is the whole `whsec_…` string as UTF-8. */
  headers(request) {
    const { body, type, at, eventId, attempt } = request;
    const timestamp = toSeconds(at);
    return {
      'User-Agent': attempt === 1 ? 'AI93Platform/1.0' : 'AI93Platform/1.0 (retry)',
      'X-AI93-Signature': `sha256=${hexHmac(oneSecret(request), `${timestamp}.`, body)}`,
      'X-AI93-Timestamp': timestamp,
      'X-AI93-Event': type,
      'X-AI93-Event-Id': eventId,
      'X-AI93-Attempt': String(attempt),
    };
  },
  verifier: hexVerifier('x-ai93-signature', 'x-ai93-timestamp'),
  /** Section 5. */
  retrySeconds: [0, 60, 300, 1800, 7200],
  paced: false,
};
