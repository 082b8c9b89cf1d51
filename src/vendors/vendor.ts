import type { Scope } from '../access/scopes.ts';
import type { Dialect, WebhookFormat } from '../db/generated/prisma/enums.ts';
import type { EventType } from '../events/catalogue.ts';
import type { SigningRequest, WebhookHeaders } from './signing.ts';

/** The dialects that are a vendor's; the others are the product's own. */
export type VendorDialect = Exclude<Dialect, 'GRAPHQL' | 'WIDGET'>;

/** The webhook formats that are a vendor's; the other one is Standard Webhooks. */
export type VendorFormat = Exclude<WebhookFormat, 'STANDARD'>;

/** What a vendor is, as data: all that is known of one outside its own folder in `compat/`. */
export type Vendor = {
  /** As addresses and headers name it, and its folder in `compat/`. */
  readonly name: string;
  /** As people name it. */
  readonly title: string;
  /** What its API is about, in a few words after its name. */
  readonly about: string;
  /** Where its API is; vendors may share one, and the key then says whose it is. */
  readonly basePath: `/api/${string}`;
  /** How its keys begin; no other's may begin with it. */
  readonly keyPrefix: `${string}_`;
  /** What its keys may hold: the scopes that its document names, and the graph's twins of them. */
  readonly scopes: readonly Scope[];
  /** Whether its keys sign a person in to the console: those of whoever runs the workspace. */
  readonly signsIn: boolean;
  /** Where its document names them: units a minute of one key, and the headers that tell of them. Null for the installation's own. */
  readonly rateLimit: VendorRateLimit | null;
  /** Where its API tells a workspace's id, which operators ask for; null where it does not. */
  readonly workspaceId: { readonly request: string; readonly field: string } | null;
  /** Addresses beside its API that people look for first. */
  readonly links: readonly { readonly path: `/${string}`; readonly name: string; readonly about: string }[];
};

export type VendorRateLimit = {
  readonly read: number;
  readonly write: number;
  /** The names of its headers: `reset` is in epoch seconds. */
  readonly headers: { readonly limit: string; readonly remaining: string; readonly reset: string };
};

/** When webhooks are tried again where a vendor's document says nothing of it. */
export const usualRetrySeconds: readonly number[] = [0, 60, 300, 1800, 7200];

/** Statements that verify a post, for programs that know its headers, its body as it arrived, and the endpoint's secret. */
export type VerifierText = {
  /** The body of a function of `headers` (names in lower case), `body` and `secret`; `createHmac` and a constant-time `same` are there. */
  readonly typescript: string;
  /** The same, with `base64`, `hashlib` and `hmac`; `body` is bytes. Lines after the first begin with four spaces. */
  readonly python: string;
  /** Prints the signature with openssl: the body is in body.json, the secret in SECRET, and headers in variables such as WEBHOOK_ID. */
  readonly shell: string;
};

/** The verifier of a hexadecimal HMAC under the whole secret, which stands behind `sha256=` in a header of its own. */
export const hexVerifier = (header: string, timestampHeader: string | null): VerifierText => ({
  typescript: `const signature = headers['${header}'] ?? '';
  const hmac = createHmac('sha256', secret)${timestampHeader === null ? '' : `.update(\`\${headers['${timestampHeader}']}.\`)`}.update(body);
  return same(signature, 'sha256=' + hmac.digest('hex'));`,
  python: `signature = headers.get("${header}", "")
    content = ${timestampHeader === null ? '' : `f'{headers.get("${timestampHeader}")}.'.encode() + `}body
    return hmac.compare_digest(signature, "sha256=" + hmac.new(secret.encode(), content, hashlib.sha256).hexdigest())`,
  shell: `{ ${timestampHeader === null ? '' : `printf '%s.' "$${timestampHeader.toUpperCase().replaceAll('-', '_')}"; `}cat body.json; } | openssl dgst -sha256 -hmac "$SECRET"`,
});

/** How a vendor's webhooks are made; their bodies are its folder's in `compat/`. */
export type VendorWebhooks = {
  /** The event types that its document names. */
  readonly types: readonly EventType[];
  /** The signature, and whatever else stands beside a body. */
  readonly headers: (request: SigningRequest) => WebhookHeaders;
  /** How a receiver verifies them, to be shown to whoever writes one. */
  readonly verifier: VerifierText;
  /** When to try again, in seconds from the first fire. */
  readonly retrySeconds: readonly number[];
  /** False where fires are due exactly when its document says: then neither failures nor `Retry-After` hold any back. */
  readonly paced: boolean;
};
