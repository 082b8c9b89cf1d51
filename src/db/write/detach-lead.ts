type RawExecutor = { $executeRawUnsafe(sql: string, ...values: unknown[]): PromiseLike<number> };

/**
 * Locks a lead that is to go, so that who would refer to it waits, and takes it off the conversations and tasks that stay, of
 * whatever business they are. Two statements of locks and one of changes, however many rows there are.
 */
export async function detachLead(transaction: RawExecutor, orgId: string, leadId: string, now: Date): Promise<void> {
  await transaction.$executeRawUnsafe(
    'select 1 from conversations where org_id = $1 and lead_id = $2 order by id for no key update',
    orgId,
    leadId,
  );
  await transaction.$executeRawUnsafe('select 1 from leads where org_id = $1 and id = $2 for update', orgId, leadId);
  await transaction.$executeRawUnsafe(
    `with talks as (
       update conversations set lead_id = null, updated_at = $3::timestamptz where org_id = $1 and lead_id = $2
     )
     update tasks set lead_id = null, updated_at = $3::timestamptz where org_id = $1 and lead_id = $2`,
    orgId,
    leadId,
    now,
  );
}
