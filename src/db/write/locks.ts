import type { Actor } from '../../access/actor.ts';
import type { Tier } from '../generated/prisma/enums.ts';
import type { Transaction } from '../transaction/transaction.ts';
import type { RowPlace } from './expected-row.ts';

/** Tables whose rows are locked one by one, in this order. */
export type LockableTable =
  | 'calendar_connections'
  | 'conversations'
  | 'leads'
  | 'tasks'
  | 'notes'
  | 'campaigns'
  | 'enrolments'
  | 'scheduled_emails'
  | 'stages'
  | 'custom_fields'
  | 'playbooks'
  | 'automation_rules'
  | 'sync_sources'
  | 'feedback'
  | 'webhook_endpoints'
  | 'widgets'
  | 'members'
  | 'businesses'
  | 'api_keys'
  | 'scraper_runs';

/** What a write can make others wait for, until it commits. */
export type Locks = {
  /** Locks one row, so that what is read of it next cannot change. Locks are taken in the order of the tables. */
  lock(table: LockableTable, id: string): Promise<void>;
  /** Locks many rows of a table, in the order of their ids. */
  lockAll(table: LockableTable, ids: readonly string[]): Promise<void>;
  /** Locks one row that is to go: who would refer to it waits, and then finds that it is gone. */
  lockToDelete(table: LockableTable, id: string): Promise<void>;
  /** Makes all later changes of the stages wait. Taken after leads, and in place of `serialise`. */
  lockPipeline(): Promise<void>;
  /** Makes all later writes of the organisation wait: before counting or looking for a duplicate. Answers its plan, as it is now. */
  serialise(): Promise<Tier>;
};

// Who holds the organisation may next refer to a stage, and who removes or renames a stage ends with the organisation: the
// advisory lock keeps the two apart, which would else wait for each other.
const serialiseSql = `
with pipeline as materialized (select 1 from pg_advisory_xact_lock_shared(hashtextextended($1, 0)))
select o.tier::text as tier from pipeline, organisations o where o.id = $1 for no key update of o`;

/** @param held a row that this write has locked already, as `lock` does */
export function createLocks(
  transaction: Pick<Transaction, 'rows'>,
  { orgId, tier }: Actor,
  held: RowPlace | null,
): Locks {
  const run = async (sql: string, ...values: unknown[]) => void (await transaction.rows(sql, values));
  return {
    async lock(table, id) {
      if (held?.table === table && held.id === id) return;
      await run(`select 1 from ${table} where org_id = $1 and id = $2 for no key update`, orgId, id);
    },
    lockAll: (table, ids) =>
      run(
        `select 1 from ${table} where org_id = $1 and id = any($2::text[]) order by id for no key update`,
        orgId,
        ids,
      ),
    lockToDelete: (table, id) => run(`select 1 from ${table} where org_id = $1 and id = $2 for update`, orgId, id),
    lockPipeline: () => run('select 1 from pg_advisory_xact_lock(hashtextextended($1, 0))', orgId),
    async serialise() {
      const rows = await transaction.rows<{ tier: Tier }>(serialiseSql, [orgId]);
      return rows[0]?.tier ?? tier;
    },
  };
}
