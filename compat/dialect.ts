import type { z } from 'zod';
import type { Actor } from '../src/access/actor.ts';
import type { RateLimits, RateLimitState } from '../src/access/rate-limit.ts';
import type { EventType } from '../src/events/catalogue.ts';
import type { VendorName } from '../src/vendors/index.ts';
import type { Exchange } from './http/exchange.ts';
import type { RestFailure } from './http/rest-error.ts';
import type { Route } from './route/route.ts';

/** What a key can be of: a vendor's dialect, the graph, or a public chat widget. */
export type KeyDialect = Actor['dialect'];

/** What is posted to webhook endpoints of a dialect's format: the shape of each event's body, and the headers beside it. */
export type DescribedWebhooks = {
  readonly headers: z.ZodObject;
  readonly bodies: Readonly<Partial<Record<EventType, z.ZodType>>>;
};

/** A surface's own conditions. */
export type Guard = {
  /** Runs first, for every caller. */
  readonly welcome?: (exchange: Exchange) => void;
  /**
   * Runs once the key is known, before a unit of it is spent: many callers show a public key, and who is refused here leaves it to the
   * others. Answers what is left to the caller itself.
   */
  readonly admit?: (actor: Actor, exchange: Exchange) => Promise<RateLimitState>;
};

export type GuardServices = {
  readonly rateLimits: Pick<RateLimits, 'spendAddress'>;
  /** Whether a widget's key may speak from a page of this origin. */
  readonly mayComeFrom: (actor: Actor, origin: string) => Promise<boolean>;
};

/** All that a vendor's folder gives to the compat layer. */
export type VendorApi = {
  /** Its own routes first, then those of it that are at home elsewhere. */
  readonly dialects: readonly [RestDialect, ...RestDialect[]];
  /** What its OpenAPI document begins with, in Markdown. */
  readonly introduction: string;
  /** What is served beside its routes. */
  readonly files: (publicUrl: string) => readonly VendorFile[];
};

export type VendorFile = { readonly path: `/${string}`; readonly type: string; readonly body: string };

/** A vendor's API: where it lives, whose keys it answers, its routes, and how it says no. */
export type RestDialect = {
  /** What the `Tributary-Dialect` header says. */
  readonly name: VendorName;
  readonly title: string;
  /** The dialect a key must be of. */
  readonly keys: KeyDialect;
  readonly basePath: string;
  readonly routes: readonly Route[];
  readonly webhooks?: DescribedWebhooks;
  /** Whether it is in its shape that callers are refused who show no key that one of the dialects at `basePath` knows. */
  readonly refusesStrangers?: boolean;
  /** What is asked of callers besides a key. */
  readonly guard?: (services: GuardServices) => Guard;
  /** What its operations are grouped by where vendors share no such group (`openapi/resources.ts`): a name, which their paths begin with, and what it is. */
  readonly groups?: Readonly<Record<string, string>>;
  /** Whether a 409 may carry `Retry-After`, since what stands in the way can end by itself. */
  readonly conflictsPass?: boolean;
  /** Whether the key may also come in an `x-api-key` header. */
  readonly acceptsApiKeyHeader: boolean;
  /** How its documents name the key, and what they say of it. */
  readonly scheme: { readonly name: string; readonly description: string };
  /** The shape of what `fail` answers. */
  readonly errorBody: z.ZodType;
  readonly fail: (failure: RestFailure, route: Route | null) => { readonly status: number; readonly body: unknown };
};

/** Dialects that share a base path; the credential decides between them. */
export type Surface = {
  readonly basePath: string;
  readonly dialects: readonly RestDialect[];
  /** In whose shape to refuse a caller who shows no credential that one of the dialects knows. */
  readonly fallback: RestDialect;
} & Guard;
