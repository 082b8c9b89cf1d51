import { createHash, randomBytes } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Dialect } from '../db/generated/prisma/enums.ts';
import type { Clock } from '../clock.ts';
import type { Actor } from './actor.ts';

export type OperationKind = 'read' | 'write';

/** What one bucket holds after a unit was asked of it. */
export type RateLimitState = {
  readonly kind: OperationKind;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: Date;
  readonly retryAfterSeconds: number;
  readonly allowed: boolean;
  /** To be sent with the answer, whatever it is: Quincer's own three for its keys, and the draft ones for everybody. */
  readonly headers: Readonly<Record<string, string>>;
  /** What to tell a caller who is not allowed, word for word as Quincer documents it. */
  readonly message: string;
};

export type RateLimits = {
  /** Takes one unit from the bucket of this key and kind. Call it once per operation, before anything is looked up. */
  spend(actor: Actor, kind: OperationKind): Promise<RateLimitState>;
  /** Takes one unit for a public endpoint from the bucket of this address. */
  spendAddress(purpose: AddressPurpose, address: string): Promise<RateLimitState>;
};

export type AddressPurpose = 'chat' | 'signup';

/** Units per minute. */
export type RateLimitPolicy = {
  readonly keys: Record<Dialect, Record<OperationKind, number>>;
  readonly addresses: Record<AddressPurpose, number>;
};

/** Quincer's documented numbers, and `perMinute` for the keys whose vendor documents none. */
export function rateLimitPolicy(perMinute: number): RateLimitPolicy {
  const open = { read: perMinute, write: perMinute };
  return {
    keys: { QUINCER: { read: 100, write: 30 }, AI93: open, CLAWCRM: open, GRAPHQL: open, WIDGET: open },
    addresses: { chat: 60, signup: 30 },
  };
}

export const defaultRateLimitPolicy = rateLimitPolicy(6000);

const windowSeconds = 60;

/** Fixed windows of a minute, each beginning with the first unit that is spent in it. */
export function createRateLimits(options: { clock: Clock; policy?: RateLimitPolicy }): RateLimits {
  const { clock, policy = defaultRateLimitPolicy } = options;
  const limiters = new Map<string, RateLimiterMemory>();
  const salt = randomBytes(16);

  function limiterOf(name: string, points: number): RateLimiterMemory {
    const known = limiters.get(name);
    if (known) return known;
    const limiter = new RateLimiterMemory({ keyPrefix: name, points, duration: windowSeconds });
    limiters.set(name, limiter);
    return limiter;
  }

  async function spendFrom(name: string, limit: number, bucket: string) {
    const now = clock.now();
    const { result, allowed } = await consume(limiterOf(name, limit), bucket);
    return {
      limit,
      remaining: result.remainingPoints,
      resetAt: new Date(now.getTime() + result.msBeforeNext),
      retryAfterSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
      allowed,
    };
  }

  return {
    async spend({ dialect, orgId, apiKeyId }, kind) {
      const count = await spendFrom(`${dialect}:${kind}`, policy.keys[dialect][kind], `${orgId}:${apiKeyId}`);
      const vendor = dialect === 'QUINCER' ? quincerHeaders(count) : {};
      return { kind, ...count, headers: { ...vendor, ...draftHeaders(kind, count) }, message: messageOf(kind, count) };
    },
    async spendAddress(purpose, address) {
      const count = await spendFrom(purpose, policy.addresses[purpose], addressBucket(address, salt));
      return { kind: 'write', ...count, headers: draftHeaders('write', count), message: messageOf('write', count) };
    },
  };
}

async function consume(limiter: RateLimiterMemory, bucket: string) {
  try {
    return { result: await limiter.consume(bucket), allowed: true };
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return { result: refusal, allowed: false };
    throw refusal;
  }
}

/** One of 65,536 buckets, so that memory stays bounded however many addresses come. An IPv6 caller owns its whole /64. */
function addressBucket(address: string, salt: Buffer): string {
  return createHash('sha256').update(salt).update(networkOf(address)).digest('hex').slice(0, 4);
}

function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv6' ? parsed.toByteArray().slice(0, 8).join('.') : parsed.toString();
}

type Count = Pick<RateLimitState, 'limit' | 'remaining' | 'resetAt' | 'retryAfterSeconds' | 'allowed'>;

const quincerHeaders = ({ limit, remaining, resetAt }: Count) => ({
  'Quincer-RateLimit-Limit': String(limit),
  'Quincer-RateLimit-Remaining': String(remaining),
  'Quincer-RateLimit-Reset': String(Math.ceil(resetAt.getTime() / 1000)),
});

const draftHeaders = (kind: OperationKind, { limit, remaining, retryAfterSeconds, allowed }: Count) => ({
  RateLimit: `"${kind}s";r=${remaining};t=${retryAfterSeconds}`,
  'RateLimit-Policy': `"${kind}s";q=${limit};w=${windowSeconds}`,
  ...(allowed ? {} : { 'Retry-After': String(retryAfterSeconds) }),
});

const messageOf = (kind: OperationKind, { retryAfterSeconds }: Count): string =>
  `Rate limit exceeded. 0 ${kind} requests remaining. Retry after ${retryAfterSeconds} seconds.`;
