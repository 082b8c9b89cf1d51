import type { z } from 'zod';
import type { Actor } from '../src/access/actor.ts';
import type { EventType } from '../src/events/catalogue.ts';
import type { Exchange } from './exchange.ts';
import type { RestFailure } from './rest-error.ts';
import type { Route } from './route.ts';

/** What a key can be of: a vendor's dialect, the graph, or a public chat widget. */
export type KeyDialect = Actor['dialect'];

export type DialectName = 'quincer' | 'ai93' | 'clawcrm';

/** What is posted to webhook endpoints of a dialect's format: the shape of each event's body, and the headers beside it. */
export type DescribedWebhooks = {
  readonly headers: z.ZodObject;
  readonly bodies: Readonly<Partial<Record<EventType, z.ZodType>>>;
};

/** A vendor's API: where it lives, whose keys it answers, its routes, and how it says no. */
export type RestDialect = {
  /** What the `Tributary-Dialect` header says. */
  readonly name: DialectName;
  readonly title: string;
  /** The dialect a key must be of. */
  readonly keys: KeyDialect;
  readonly basePath: string;
  readonly routes: readonly Route[];
  readonly webhooks?: DescribedWebhooks;
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
  /** Runs first, for every caller. */
  readonly welcome?: (exchange: Exchange) => void;
  /** Runs once the caller is known and its units are spent: the surface's own conditions. */
  readonly admit?: (actor: Actor, exchange: Exchange) => Promise<void>;
};
