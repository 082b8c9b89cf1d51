import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { pino } from 'pino';
import type { Database } from '../../src/db/open/database.ts';
import { createBus } from '../../src/events/bus.ts';
import type { EventType } from '../../src/events/catalogue.ts';
import type { LogEvent } from '../../src/events/snapshot.ts';
import { createTails, type TailsOptions } from '../../src/events/tails.ts';

export type NewEvent = {
  readonly type?: EventType;
  readonly businessId?: string | null;
  readonly conversationId?: string;
};

type Executor = { query(text: string, values: unknown[]): Promise<unknown> };

/** For `expect.poll`: a busy machine may take its time. */

export const newEventId = () => `evt_${randomBytes(8).toString('hex')}`;

/** The end of a write as far as the log is concerned: the organisation's row and the events, in one statement. */
export async function appendTo(executor: Executor, orgId: string, events: readonly NewEvent[]): Promise<string[]> {
  const items = events.map(({ type = 'lead.updated', businessId = null, conversationId }) => ({
    id: newEventId(),
    type,
    businessId,
    conversationId,
  }));
  await executor.query(
    `with head as (
       update organisations set revision = revision + 1, position = position + $3 where id = $1
       returning id, position - $3 as base)
     insert into events (org_id, position, id, type, business_id, conversation_id, version, snapshot, created_at)
     select head.id, head.base + e.ordinal, e.item->>'id', e.item->>'type', e.item->>'businessId', e.item->>'conversationId', 1, '{}', now()
       from head, jsonb_array_elements($2::jsonb) with ordinality as e(item, ordinal)`,
    [orgId, JSON.stringify(items), items.length],
  );
  return items.map(({ id }) => id);
}

/** The pool with something happening around each of its statements, which have a name where they are prepared. */
export function around(pool: pg.Pool, hook: (run: () => unknown, name: unknown) => unknown): Pick<pg.Pool, 'query'> {
  return new Proxy(pool, {
    get: (target, name) =>
      name === 'query'
        ? (...args: unknown[]) =>
            hook(() => Reflect.apply(target.query, target, args), Reflect.get(Object(args[0]), 'name'))
        : Reflect.get(target, name),
  });
}

/** A new organisation with an empty log, and a node's tails. */
export async function openTestLog(database: Database, options: Partial<TailsOptions> = {}) {
  const bus = createBus();
  const tails = createTails({ database, bus, log: pino({ level: 'silent' }), pollMs: 20, ...options });

  async function addOrganisation(): Promise<string> {
    const id = `org_${randomBytes(6).toString('hex')}`;
    await database.pool.query(
      'insert into organisations (id, slug, name, event_at, created_at) values ($1, $1, $1, now(), now())',
      [id],
    );
    return id;
  }

  const orgId = await addOrganisation();

  return {
    database,
    bus,
    tails,
    orgId,
    addOrganisation,
    /** Adds events and tells nobody: followers hear of them by the poll. */
    appendQuietly: (events: readonly NewEvent[], to = orgId) => appendTo(database.pool, to, events),
    async append(...events: NewEvent[]): Promise<string[]> {
      const ids = await appendTo(database.pool, orgId, events.length === 0 ? [{}] : events);
      const head = await database.pool.query<{ position: string }>('select position from organisations where id = $1', [
        orgId,
      ]);
      bus.hint(orgId, BigInt(head.rows[0]?.position ?? 0));
      return ids;
    },
    /** Drops the events up to a position, as retention does. */
    async prune(upTo: number): Promise<void> {
      await database.pool.query('delete from events where org_id = $1 and position <= $2', [orgId, upTo]);
    },
    [Symbol.dispose](): void {
      tails.close();
    },
  };
}

/** Takes the next `count` events of a stream, leaving it open. */
export async function take(stream: AsyncIterator<LogEvent, undefined>, count: number): Promise<LogEvent[]> {
  const events: LogEvent[] = [];
  while (events.length < count) {
    const { value } = await stream.next();
    if (!value) throw new Error(`The stream ended after ${events.length} events.`);
    events.push(value);
  }
  return events;
}

export const ids = (events: readonly LogEvent[]): string[] => events.map(({ id }) => id);
