import { hexHmac, oneSecret, ownUserAgent, toSeconds } from './signing.ts';
import { hexVerifier, usualRetrySeconds, type Vendor, type VendorWebhooks } from './vendor.ts';

export const quincer = {
  name: 'quincer',
  title: 'Quincer',
  about: 'conversations, leads, tasks',
  basePath: '/api/v1',
  keyPrefix: 'cw_dev_',
  scopes: [
    'leads:read',
    'leads:write',
    'conversations:read',
    'conversations:takeover',
    'conversations:reply',
    'conversations:handback',
    'conversations:write',
    'tasks:read',
    'tasks:write',
  ],
  signsIn: false,
  rateLimit: {
    read: 100,
    write: 30,
    headers: {
      limit: 'Quincer-RateLimit-Limit',
      remaining: 'Quincer-RateLimit-Remaining',
      reset: 'Quincer-RateLimit-Reset',
    },
  },
  workspaceId: null,
  links: [
    {
      path: '/skills/quincer/SKILL.md',
      name: 'Quincer’s SKILL.md',
      about: 'what an OpenClaw agent needs to know (text)',
    },
  ],
} as const satisfies Vendor;

export const quincerWebhooks: VendorWebhooks = {
  types: [
    'conversation.message_received',
    'lead.created',
    'lead.updated',
    'lead.stage_changed',
    'task.created',
    'task.completed',
    'email.sent',
    'email.draft_created',
  ],
  /** Its document, "Webhooks": the signature covers the body alone, and both header families are sent. */
  headers(request) {
    const { body, type, at } = request;
    const signature = `sha256=${hexHmac(oneSecret(request), body)}`;
    const timestamp = toSeconds(at);
    return {
      'User-Agent': ownUserAgent,
      'Quincer-Signature': signature,
      'Quincer-Event': type,
      'Quincer-Timestamp': timestamp,
      'X-Quincer-Signature': signature,
      'X-Quincer-Event': type,
      'X-Quincer-Timestamp': timestamp,
    };
  },
  verifier: hexVerifier('quincer-signature', null),
  retrySeconds: usualRetrySeconds,
  paced: true,
};
