import type { Scope } from '../access/scopes.ts';
import type { Dialect, WebhookFormat } from '../db/generated/prisma/enums.ts';
import type { EventType } from '../events/catalogue.ts';
import type { SigningRequest, WebhookHeaders } from '../webhooks/format/signing.ts';

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

/** How a vendor's webhooks are made; their bodies are its folder's in `compat/`. */
export type VendorWebhooks = {
  /** The event types that its document names. */
  readonly types: readonly EventType[];
  /** The signature, and whatever else stands beside a body. */
  readonly headers: (request: SigningRequest) => WebhookHeaders;
  /** When to try again, in seconds from the first fire. */
  readonly retrySeconds: readonly number[];
  /** False where fires are due exactly when its document says: then neither failures nor `Retry-After` hold any back. */
  readonly paced: boolean;
};
