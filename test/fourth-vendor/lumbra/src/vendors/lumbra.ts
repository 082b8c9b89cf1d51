import { hexHmac, oneSecret, ownUserAgent, toSeconds } from './signing.ts';
import type { Vendor, VendorWebhooks } from './vendor.ts';

export const lumbra = {
  name: 'lumbra',
  title: 'Lumbra',
  about: 'people and what to do about them',
  basePath: '/api/lumbra',
  keyPrefix: 'lmb_',
  scopes: ['leads:read', 'leads:write', 'tasks:read', 'tasks:write'],
  signsIn: false,
  rateLimit: {
    read: 40,
    write: 20,
    headers: { limit: 'Lumbra-Units', remaining: 'Lumbra-Units-Left', reset: 'Lumbra-Units-Renew' },
  },
  workspaceId: null,
  links: [],
} as const satisfies Vendor;

export const lumbraWebhooks: VendorWebhooks = {
  types: ['lead.created', 'lead.updated'],
  /** The timestamp and the signature share a header, and what is signed is both, joined by a full stop. */
  headers(request) {
    const { body, at, eventId } = request;
    const timestamp = toSeconds(at);
    return {
      'User-Agent': ownUserAgent,
      'Lumbra-Event-Id': eventId,
      'Lumbra-Signature': `t=${timestamp},v1=${hexHmac(oneSecret(request), `${timestamp}.`, body)}`,
    };
  },
  verifier: {
    typescript: `const [, timestamp = '', signature = ''] = /^t=(\\d+),v1=(\\w+)$/.exec(headers['lumbra-signature'] ?? '') ?? [];
  return same(signature, createHmac('sha256', secret).update(\`\${timestamp}.\`).update(body).digest('hex'));`,
    python: `timestamp, signature = (part.split("=", 1)[1] for part in headers["lumbra-signature"].split(","))
    content = f"{timestamp}.".encode() + body
    return hmac.compare_digest(signature, hmac.new(secret.encode(), content, hashlib.sha256).hexdigest())`,
    shell: `timestamp=\${LUMBRA_SIGNATURE%%,*}
{ printf '%s.' "\${timestamp#t=}"; cat body.json; } | openssl dgst -sha256 -hmac "$SECRET"`,
  },
  retrySeconds: [0, 120, 600],
  paced: true,
};
