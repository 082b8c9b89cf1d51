import { createHash, randomBytes } from 'node:crypto';
import type { Dialect } from '../db/generated/prisma/enums.ts';
import type { Clock } from '../clock.ts';
import { limits } from '../limits.ts';
import { mapValues } from '../map-values.ts';
import { vendors } from '../vendors/index.ts';
import type { Actor } from './actor.ts';
import { type Bucket, createFixedWindows, type OpenWindows, type Taken } from './fixed-windows.ts';
import { networkOf } from './network-of.ts';

export type OperationKind = 'read' | 'write';

/** What one bucket holds after a unit was asked of it. */
export type RateLimitState = {
  readonly kind: OperationKind;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: Date;
  readonly retryAfterSeconds: number;
  readonly allowed: boolean;
  /** To be sent with the answer, whatever it is: the draft's for everybody, and before them the vendor's own where it names any. */
  readonly headers: Readonly<Record<string, string>>;
  /** What to tell a caller who is not allowed. */
  readonly message: string;
};

export type RateLimits = {
  /** Takes one unit of this kind from the buckets of this key and of its organisation. Call it once per operation, before anything is looked up. */
  spend(actor: Actor, kind: OperationKind): Promise<RateLimitState>;
  /** Takes one unit for a public endpoint from the bucket of this address. */
  spendAddress(purpose: AddressPurpose, address: string): Promise<RateLimitState>;
};

export type AddressPurpose = 'chat' | 'chatReads' | 'signup' | 'session' | 'hooks';

const addressKinds = {
  chat: 'write',
  chatReads: 'read',
  signup: 'write',
  session: 'write',
  hooks: 'write',
} as const satisfies Record<AddressPurpose, OperationKind>;

/** Units per minute. */
export type RateLimitPolicy = {
  readonly keys: Record<Dialect, Record<OperationKind, number>>;
  readonly addresses: Record<AddressPurpose, number>;
};

/** The vendors' documented numbers, and `perMinute` for the keys whose vendor documents none. */
export function rateLimitPolicy(perMinute: number): RateLimitPolicy {
  const open = { read: perMinute, write: perMinute };
  return {
    keys: { ...mapValues(vendors, ({ rateLimit }) => rateLimit ?? open), GRAPHQL: open, WIDGET: open },
    addresses: { chat: 60, chatReads: 600, signup: 30, session: 30, hooks: 600 },
  };
}

export const defaultRateLimitPolicy = rateLimitPolicy(6000);

const windowSeconds = 60;

export type RateLimitsOptions = {
  readonly clock: Clock;
  readonly policy?: RateLimitPolicy;
  /** Which addresses share a bucket is nobody's to know; nodes that count together have the same. */
  readonly salt?: Uint8Array;
  /** Where units are counted: on this node alone by default. */
  readonly openWindows?: OpenWindows | undefined;
};

/** Units by the minute. The keys of one organisation and dialect share a bucket of ten times a key's beside their own. */
export function createRateLimits(options: RateLimitsOptions): RateLimits {
  const { clock, policy = defaultRateLimitPolicy, salt = randomBytes(16), openWindows = countAlone } = options;
  const windows = openWindows('units', windowSeconds * 1000);

  const countOf = (limit: number, { taken, left, leftMs }: Taken): Count => ({
    limit,
    remaining: left,
    resetAt: new Date(clock.now().getTime() + leftMs),
    retryAfterSeconds: Math.max(1, Math.ceil(leftMs / 1000)),
    allowed: taken,
  });

  function bucketsOf({ dialect, orgId, apiKeyId }: Actor, kind: OperationKind, limit: number): [Bucket, Bucket] {
    return [
      { name: `${kind}:${dialect}:${orgId}:${apiKeyId}`, limit },
      { name: `${kind}:${dialect}:${orgId}`, limit: limit * limits.rateLimitsPerOrganisation },
    ];
  }

  return {
    async spend(actor, kind) {
      const limit = policy.keys[actor.dialect][kind];
      const count = countOf(limit, tightest(await windows.take(bucketsOf(actor, kind, limit))));
      const headers = { ...vendorHeaders(actor.dialect, count), ...draftHeaders(kind, count) };
      return { kind, ...count, headers, message: messageOf(kind, count) };
    },
    async spendAddress(purpose, address) {
      const limit = policy.addresses[purpose];
      const [taken] = await windows.take([{ name: `${purpose}:${addressBucket(address, salt)}`, limit }]);
      const count = countOf(limit, taken);
      const kind = addressKinds[purpose];
      const headers = draftHeaders(kind, count);
      return { kind, ...count, headers, message: messageOf(kind, count) };
    },
  };
}

const countAlone: OpenWindows = (_, windowMs) => createFixedWindows(windowMs);

/** What refused, else what has the least left. */
const tightest = (told: readonly [Taken, ...Taken[]]): Taken =>
  told.reduce((tight, next) => (next.taken && tight.left <= next.left ? tight : next));

/** One of 65,536 buckets, so that memory stays bounded however many addresses come. */
function addressBucket(address: string, salt: Uint8Array): string {
  return createHash('sha256').update(salt).update(networkOf(address)).digest('hex').slice(0, 4);
}

type Count = Pick<RateLimitState, 'limit' | 'remaining' | 'resetAt' | 'retryAfterSeconds' | 'allowed'>;

const headerNames = {
  ...mapValues(vendors, ({ rateLimit }) => rateLimit?.headers ?? null),
  GRAPHQL: null,
  WIDGET: null,
};

function vendorHeaders(dialect: Dialect, { limit, remaining, resetAt }: Count): Record<string, string> {
  const names = headerNames[dialect];
  if (names === null) return {};
  return {
    [names.limit]: String(limit),
    [names.remaining]: String(remaining),
    [names.reset]: String(Math.ceil(resetAt.getTime() / 1000)),
  };
}

const draftHeaders = (kind: OperationKind, { limit, remaining, retryAfterSeconds, allowed }: Count) => ({
  RateLimit: `"${kind}s";r=${remaining};t=${retryAfterSeconds}`,
  'RateLimit-Policy': `"${kind}s";q=${limit};w=${windowSeconds}`,
  ...(allowed ? {} : { 'Retry-After': String(retryAfterSeconds) }),
});

const messageOf = (kind: OperationKind, { retryAfterSeconds }: Count): string =>
  `Rate limit exceeded. 0 ${kind} requests remaining. Retry after ${retryAfterSeconds} seconds.`;
