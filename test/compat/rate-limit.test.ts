import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRateLimits, defaultRateLimitPolicy } from '../../src/access/rate-limit.ts';
import type { Actor } from '../../src/access/actor.ts';
import { systemClock } from '../../src/clock.ts';
import { keys, serveNotes } from './fake-notes.ts';

const actor: Actor = {
  orgId: 'org_1',
  apiKeyId: 'key_1',
  dialect: 'QUINCER',
  scopes: new Set(),
  businessId: null,
  memberId: null,
  role: null,
  widgetId: null,
  conversationId: null,
  tier: 'FREE',
  expiresAt: null,
  requestId: 'r',
};

describe('buckets', () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00.250Z') }));
  afterEach(() => void vi.useRealTimers());

  it('allow exactly 100 reads and 30 writes a minute, and begin again', async () => {
    const limits = createRateLimits({ clock: systemClock });
    for (const [kind, limit] of [
      ['read', 100],
      ['write', 30],
    ] as const) {
      for (let left = limit - 1; left >= 0; left -= 1) {
        expect(await limits.spend(actor, kind)).toMatchObject({ allowed: true, limit, remaining: left });
      }
      vi.advanceTimersByTime(9_000);
      expect(await limits.spend(actor, kind)).toMatchObject({ allowed: false, remaining: 0, retryAfterSeconds: 51 });
      vi.advanceTimersByTime(51_000);
      expect(await limits.spend(actor, kind)).toMatchObject({ allowed: true, remaining: limit - 1 });
      vi.advanceTimersByTime(60_000);
    }
  });

  it('tell Quincer’s headers beside the draft ones, and the documented sentence', async () => {
    const limits = createRateLimits({ clock: systemClock });
    const first = await limits.spend(actor, 'write');
    expect(first.headers).toEqual({
      'Quincer-RateLimit-Limit': '30',
      'Quincer-RateLimit-Remaining': '29',
      'Quincer-RateLimit-Reset': '1767225661',
      RateLimit: '"writes";r=29;t=60',
      'RateLimit-Policy': '"writes";q=30;w=60',
    });
    for (let index = 0; index < 29; index += 1) await limits.spend(actor, 'write');
    vi.advanceTimersByTime(18_000);
    const refused = await limits.spend(actor, 'write');
    expect(refused.message).toBe('Rate limit exceeded. 0 write requests remaining. Retry after 42 seconds.');
    expect(refused.headers).toMatchObject({ 'Retry-After': '42', 'Quincer-RateLimit-Reset': '1767225661' });
  });

  it('are separate for each key, and only Quincer’s keys see Quincer’s headers', async () => {
    const limits = createRateLimits({ clock: systemClock });
    await limits.spend(actor, 'read');
    expect((await limits.spend({ ...actor, apiKeyId: 'key_2' }, 'read')).remaining).toBe(99);
    const generous = await limits.spend({ ...actor, dialect: 'AI93' }, 'read');
    expect(generous).toMatchObject({ limit: 6000, remaining: 5999 });
    expect(Object.keys(generous.headers)).toEqual(['RateLimit', 'RateLimit-Policy']);
  });

  it('of an organisation hold ten times a key’s, so that minting keys mints no units', async () => {
    const limits = createRateLimits({ clock: systemClock });
    const spendAs = async (apiKeyId: string, more: Partial<Actor> = {}) =>
      limits.spend({ ...actor, apiKeyId, ...more }, 'write');
    for (let key = 0; key < 9; key += 1) for (let unit = 0; unit < 30; unit += 1) await spendAs(`key_${key}`);
    vi.advanceTimersByTime(20_000);
    expect(await spendAs('fresh')).toMatchObject({ allowed: true, limit: 30, remaining: 29 });
    for (let unit = 0; unit < 25; unit += 1) await spendAs('other');
    expect(await spendAs('fresh')).toMatchObject({ allowed: true, limit: 30, remaining: 3 });
    for (let unit = 0; unit < 3; unit += 1) await spendAs('other');
    const refused = await spendAs('fresh');
    expect(refused).toMatchObject({ allowed: false, limit: 30, remaining: 0, retryAfterSeconds: 40 });
    expect(refused.message).toBe('Rate limit exceeded. 0 write requests remaining. Retry after 40 seconds.');
    expect(refused.headers).toEqual({
      'Quincer-RateLimit-Limit': '30',
      'Quincer-RateLimit-Remaining': '0',
      'Quincer-RateLimit-Reset': '1767225661',
      RateLimit: '"writes";r=0;t=40',
      'RateLimit-Policy': '"writes";q=30;w=60',
      'Retry-After': '40',
    });
    expect(await limits.spend({ ...actor, apiKeyId: 'fresh' }, 'read')).toMatchObject({ remaining: 99 });
    expect(await spendAs('fresh', { dialect: 'GRAPHQL' })).toMatchObject({ remaining: 5999 });
    expect(await spendAs('fresh', { orgId: 'org_2' })).toMatchObject({ remaining: 29 });
    vi.advanceTimersByTime(40_000);
    expect(await spendAs('key_0')).toMatchObject({ allowed: true, remaining: 29 });
  });

  it('last for a minute, however far the time of day jumps', async () => {
    const limits = createRateLimits({ clock: systemClock });
    for (let unit = 0; unit < 30; unit += 1) await limits.spend(actor, 'write');
    vi.setSystemTime(new Date('2025-12-31T00:00:00.000Z'));
    vi.advanceTimersByTime(10_000);
    expect(await limits.spend(actor, 'write')).toMatchObject({ allowed: false, retryAfterSeconds: 50 });
    vi.setSystemTime(new Date('2027-01-01T00:00:00.000Z'));
    expect(await limits.spend(actor, 'write')).toMatchObject({
      allowed: false,
      retryAfterSeconds: 50,
      resetAt: new Date('2027-01-01T00:00:50.000Z'),
    });
    vi.advanceTimersByTime(50_000);
    expect(await limits.spend(actor, 'write')).toMatchObject({ allowed: true, remaining: 29 });
  });

  it('count an IPv6 network as one caller', async () => {
    const limits = createRateLimits({ clock: systemClock });
    await limits.spendAddress('chat', '2001:db8::1');
    const same = await limits.spendAddress('chat', '2001:db8::ffff:2');
    const mapped = [
      await limits.spendAddress('chat', '10.0.0.1'),
      await limits.spendAddress('chat', '::ffff:10.0.0.1'),
    ];
    expect([same.remaining, ...mapped.map(({ remaining }) => remaining)]).toEqual([58, 59, 58]);
  });
});

describe('429', () => {
  it('counts what fails, but not a refused credential, and keeps to its kind', async () => {
    const server = await serveNotes();
    try {
      await server.call('GET', '/api/v1/notes', { key: keys.unknown });
      for (let index = 0; index < 10; index += 1) {
        for (const path of ['/notes', '/notes?foo=1', '/nope', '/notes/none', '/notes/n1']) {
          await server.call('GET', `/api/v1${path}`, { key: keys.quincer });
          await server.call('HEAD', `/api/v1${path}`, { key: keys.quincer });
        }
      }
      const refused = await server.call('GET', '/api/v1/notes', { key: keys.quincer });
      const seconds = refused.headers.get('retry-after');
      expect([refused.status, refused.json]).toEqual([
        429,
        {
          error: `Rate limit exceeded. 0 read requests remaining. Retry after ${seconds} seconds.`,
          code: 'rate_limited',
        },
      ]);
      expect(refused.headers.get('quincer-ratelimit-remaining')).toBe('0');
      const write = await server.call('POST', '/api/v1/notes/n1', { key: keys.quincer, body: { text: 'a' } });
      expect([write.status, write.headers.get('quincer-ratelimit-remaining')]).toEqual([200, '29']);
    } finally {
      await server.close();
    }
  });

  it('limits a public route by address', async () => {
    const policy = { ...defaultRateLimitPolicy, addresses: { chat: 1, chatReads: 1, signup: 1, session: 1, hooks: 1 } };
    const server = await serveNotes({ policy });
    try {
      const signUp = async () => server.call('POST', '/api/openclaw/signup', { body: { email: 'a@example.com' } });
      expect([(await signUp()).status, (await signUp()).status]).toEqual([201, 429]);
    } finally {
      await server.close();
    }
  });
});
