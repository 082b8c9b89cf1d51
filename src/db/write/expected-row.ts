import type pg from 'pg';
import { DomainError } from '../../errors.ts';
import type { TenantScope } from '../scoped.ts';
import type { Transaction } from '../transaction/transaction.ts';
import { tables } from './tables.ts';

const models = {
  leads: 'Lead',
  conversations: 'Conversation',
  stages: 'Stage',
  custom_fields: 'CustomField',
  automation_rules: 'AutomationRule',
  sync_sources: 'SyncSource',
} as const;

/** Tables whose rows a write may expect to be as they were read. */
export type ExpectableTable = keyof typeof models;

export type RowPlace = { readonly table: ExpectableTable; readonly id: string };

/** The row as it was when a write was decided on. */
export type ExpectedRow = RowPlace & {
  readonly version: string;
  /** Set by the first write that committed; later writes of the same request go on without it. */
  met: boolean;
};

const changedSince = () =>
  new DomainError('PRECONDITION_FAILED', 'The resource has changed since the ETag in If-Match was given.');

/** The row as its table's lock lets the caller see it. */
function rowOf({ orgId, businessId }: TenantScope, { table, id }: RowPlace): { sql: string; values: string[] } {
  const sql = `from ${table} where org_id = $1 and id = $2`;
  const held = businessId !== null && tables[models[table]].lock !== null;
  return held ? { sql: `${sql} and business_id = $3`, values: [orgId, id, businessId] } : { sql, values: [orgId, id] };
}

/** What tells this version of a row from all others; null where the caller can see no such row. */
export function createReadVersion(pool: pg.Pool) {
  return async (scope: TenantScope, place: RowPlace): Promise<string | null> => {
    const { sql, values } = rowOf(scope, place);
    // The transaction that wrote it: two changes may fall into one millisecond, and every table has it.
    const { rows } = await pool.query<{ version: string }>(`select xmin::text as version ${sql}`, values);
    return rows[0]?.version ?? null;
  };
}

/** Locks the row. @throws PRECONDITION_FAILED where it is another version by now, or gone */
export async function requireExpected(
  transaction: Pick<Transaction, 'rows'>,
  scope: TenantScope,
  expected: ExpectedRow,
) {
  const { sql, values } = rowOf(scope, expected);
  const found = await transaction.rows(`select 1 ${sql} and xmin::text = $${values.length + 1} for no key update`, [
    ...values,
    expected.version,
  ]);
  if (found.length === 0) throw changedSince();
}
