import type pg from 'pg';
import type { Logger } from 'pino';
import { type Actor, credentialOf } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import { createPulses, type Pulses } from '../../pulses.ts';
import { createWatchList } from './watch-list.ts';
import { whenPassed } from './when-passed.ts';

export type KeyWatchOptions = {
  readonly pool: Pick<pg.Pool, 'query'>;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'error' | 'info'>;
  readonly pulses?: Pulses;
  /** How long a key that another node revoked may stay connected here. */
  readonly pollMs?: number;
};

export type KeyWatch = {
  /** Calls `end` once, when the actor's key is revoked or expires, or its member leaves or gets another role. Answers how to stop watching. */
  open(actor: Watched, end: () => void): () => void;
  /** Ends what is open with a key that has expired by the clock as it now is, and answers whether it may go on. */
  mayGoOn(actor: Watched): boolean;
  /** Ends what is open with a key, and with the sessions it opened in the console, at once, without waiting for the poll. */
  keyRevoked(apiKeyId: string): void;
  /** The keys that something is open with. */
  readonly keys: number;
  close(): void;
};

type Watched = Pick<Actor, 'orgId' | 'apiKeyId' | 'session' | 'expiresAt' | 'role'>;

type WatchedKey = {
  readonly actor: Watched;
  readonly ends: Set<() => void>;
  /** Stops waiting for its expiry. */
  readonly callOff: () => void;
};

// A key that no longer exists counts as revoked.
const endedSql = `select open.id, open.role from unnest($1::text[], $2::text[], $3::text[]) as open (org_id, id, role)
  left join api_keys k on k.org_id = open.org_id and k.id = open.id
  left join members m on m.org_id = k.org_id and m.id = k.member_id
  left join api_keys opener on opener.org_id = k.org_id and opener.id = k.opened_by_id
  where k.id is null or k.revoked_at is not null or opener.revoked_at is not null or m.removed_at is not null or coalesce(m.role::text, '') <> open.role`;

/** Who is let in while a role changes may hold the one before: what differs in it is watched apart. */
const watchIdOf = (id: string, role: string | null): string => `${id}/${role ?? ''}`;
const watchOf = (actor: Watched): string => watchIdOf(credentialOf(actor), actor.role);

/** What is watched of these, and has ended. */
async function findEnded(pool: Pick<pg.Pool, 'query'>, open: readonly Watched[]): Promise<string[]> {
  const values = [open.map(({ orgId }) => orgId), open.map(credentialOf), open.map(({ role }) => role ?? '')];
  const { rows } = await pool.query<{ id: string; role: string }>({ name: 'ended-keys', text: endedSql, values });
  return rows.map(({ id, role }) => watchIdOf(id, role));
}

const lookingForRevoked = {
  name: 'look for revoked keys',
  failing: 'Revoked keys cannot be read; what is open goes on.',
  recovered: 'Revoked keys can be read again.',
};

/** Watches over the keys of everything that stays open longer than a request. */
export function createKeyWatch(options: KeyWatchOptions): KeyWatch {
  const { pool, clock, log, pulses = createPulses(log), pollMs = 500 } = options;
  const keys = createWatchList<WatchedKey>({
    everyMs: pollMs,
    async look(watched) {
      // Timers count what has passed; the clock may have been put right meanwhile.
      const open = watched.map(({ actor }) => actor).filter(mayGoOn);
      if (open.length === 0) return;
      for (const watchId of await findEnded(pool, open)) end(watchId);
    },
    pulse: pulses.watch(lookingForRevoked),
  });

  function forget(watchId: string, key: WatchedKey): void {
    key.callOff();
    keys.remove(watchId);
  }

  function end(watchId: string): void {
    const key = keys.items.get(watchId);
    if (!key) return;
    forget(watchId, key);
    for (const endOne of key.ends) endOne();
  }

  function mayGoOn(actor: Watched): boolean {
    if (!actor.expiresAt || actor.expiresAt > clock.now()) return true;
    end(watchOf(actor));
    return false;
  }

  function watch(watchId: string, actor: Watched): WatchedKey {
    const callOff = actor.expiresAt ? whenPassed(clock, actor.expiresAt, () => end(watchId)) : () => undefined;
    const key: WatchedKey = { actor, ends: new Set(), callOff };
    keys.add(watchId, key);
    return key;
  }

  return {
    open(actor, endOne) {
      const watchId = watchOf(actor);
      const key = keys.items.get(watchId) ?? watch(watchId, actor);
      key.ends.add(endOne);
      return () => {
        key.ends.delete(endOne);
        if (key.ends.size === 0 && keys.items.get(watchId) === key) forget(watchId, key);
      };
    },
    mayGoOn,
    keyRevoked(apiKeyId) {
      for (const [watchId, { actor }] of keys.items) {
        if (actor.apiKeyId === apiKeyId || credentialOf(actor) === apiKeyId) end(watchId);
      }
    },
    get keys() {
      return keys.items.size;
    },
    close() {
      for (const [watchId, key] of keys.items) forget(watchId, key);
    },
  };
}
