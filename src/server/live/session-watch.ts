import type pg from 'pg';
import type { Logger } from 'pino';
import type { Actor } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import { createPolling } from '../../events/polling.ts';
import { createPulses, type Pulses } from '../../pulses.ts';

export type SessionWatchOptions = {
  readonly pool: Pick<pg.Pool, 'query'>;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'error' | 'info'>;
  readonly pulses?: Pulses;
  /** How long a key that another node revoked may stay connected here. */
  readonly pollMs?: number;
};

export type SessionWatch = {
  /** Calls `end` once, when the actor's key is revoked or expires. Answers how to stop watching. */
  open(actor: Pick<Actor, 'orgId' | 'apiKeyId' | 'expiresAt'>, end: () => void): () => void;
  /** Ends the sessions of a key that has expired by the clock as it now is, and answers whether they may go on. */
  mayGoOn(actor: Pick<Actor, 'apiKeyId' | 'expiresAt'>): boolean;
  /** Ends the sessions of a key at once, without waiting for the poll. */
  keyRevoked(apiKeyId: string): void;
  /** The keys with an open session. */
  readonly keys: number;
  close(): void;
};

type WatchedKey = {
  readonly orgId: string;
  readonly expiresAt: Date | null;
  readonly sessions: Set<() => void>;
  expiry: NodeJS.Timeout | undefined;
};

// A key that no longer exists counts as revoked.
const revokedSql = `select open.id from unnest($1::text[], $2::text[]) as open (org_id, id)
  left join api_keys k on k.org_id = open.org_id and k.id = open.id
  where k.id is null or k.revoked_at is not null`;

const longestTimerMs = 2 ** 31 - 1;

/** Watches over the keys of everything that stays open longer than a request. */
export function createSessionWatch(options: SessionWatchOptions): SessionWatch {
  const { pool, clock, log, pulses = createPulses(log), pollMs = 500 } = options;
  const keys = new Map<string, WatchedKey>();

  const polling = createPolling({
    everyMs: pollMs,
    async job() {
      // Timers count what has passed; the clock may have been put right meanwhile.
      for (const [apiKeyId, { expiresAt }] of keys) mayGoOn({ apiKeyId, expiresAt });
      if (keys.size === 0) return;
      const values = [[...keys.values()].map(({ orgId }) => orgId), [...keys.keys()]];
      const { rows } = await pool.query<{ id: string }>({ name: 'revoked-keys', text: revokedSql, values });
      for (const { id } of rows) end(id);
    },
    pulse: pulses.watch({
      name: 'look for revoked keys',
      failing: 'Revoked keys cannot be read; open sessions go on.',
      recovered: 'Revoked keys can be read again.',
    }),
  });

  function forget(apiKeyId: string, key: WatchedKey): void {
    clearTimeout(key.expiry);
    keys.delete(apiKeyId);
    if (keys.size === 0) polling.stop();
  }

  function end(apiKeyId: string): void {
    const key = keys.get(apiKeyId);
    if (!key) return;
    forget(apiKeyId, key);
    for (const endSession of key.sessions) endSession();
  }

  function mayGoOn({ apiKeyId, expiresAt }: Pick<Actor, 'apiKeyId' | 'expiresAt'>): boolean {
    if (!expiresAt || expiresAt > clock.now()) return true;
    end(apiKeyId);
    return false;
  }

  function arm(apiKeyId: string, key: WatchedKey, expiresAt: Date): void {
    const leftMs = expiresAt.getTime() - clock.now().getTime();
    const next = () =>
      leftMs <= longestTimerMs && expiresAt <= clock.now() ? end(apiKeyId) : arm(apiKeyId, key, expiresAt);
    key.expiry = setTimeout(next, Math.min(Math.max(leftMs, 0), longestTimerMs));
  }

  function watch({ orgId, apiKeyId, expiresAt }: Pick<Actor, 'orgId' | 'apiKeyId' | 'expiresAt'>): WatchedKey {
    const key: WatchedKey = { orgId, expiresAt, sessions: new Set(), expiry: undefined };
    keys.set(apiKeyId, key);
    if (expiresAt) arm(apiKeyId, key, expiresAt);
    polling.start();
    return key;
  }

  return {
    open(actor, endSession) {
      const key = keys.get(actor.apiKeyId) ?? watch(actor);
      key.sessions.add(endSession);
      return () => {
        key.sessions.delete(endSession);
        if (key.sessions.size === 0 && keys.get(actor.apiKeyId) === key) forget(actor.apiKeyId, key);
      };
    },
    mayGoOn,
    keyRevoked: end,
    get keys() {
      return keys.size;
    },
    close() {
      for (const [apiKeyId, key] of keys) forget(apiKeyId, key);
    },
  };
}
