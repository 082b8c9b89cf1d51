import type pg from 'pg';
import { z } from 'zod';
import type { ScheduledKind } from '../domain/background/kinds.ts';
import type { ReturnedMailOptions } from '../outside/returned/returned-mail.ts';

const kind: ScheduledKind = 'RETURNED_MAIL';

const findSql = `select payload from jobs where org_id = '' and kind = $1 and key = ''`;
const keepSql = `update jobs set payload = $2::jsonb where org_id = '' and kind = $1 and key = ''`;

const kept = z.object({ mailbox: z.string(), validity: z.string(), uid: z.number() });

/** How far a mailbox was read stands with the job that reads it, of which there is one for all nodes. */
export function createMailboxPosition(pool: Pick<pg.Pool, 'query'>): ReturnedMailOptions['position'] {
  return {
    async find() {
      const { rows } = await pool.query<{ payload: unknown }>(findSql, [kind]);
      return kept.safeParse(rows[0]?.payload).data ?? null;
    },
    keep: async (position) => void (await pool.query(keepSql, [kind, JSON.stringify(position)])),
  };
}
