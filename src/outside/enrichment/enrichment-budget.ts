import { sharedNowSql } from '../../clock.ts';
import type { Pool } from '../provider/gate.ts';

/** What a workspace may ask of the provider today. */
export type Allowance = {
  /** Whether the operator lets it use the provider at all. */
  readonly isGranted: boolean;
  readonly perDay: number;
  /** The day, in UTC, of which one call was set aside; null where they are used up. */
  readonly day: string | null;
};

// One conditional update: how many calls are left is settled by the row, whoever asks at once.
const reserveSql = `with clock as materialized (
    select to_char(${sharedNowSql('$2')} at time zone 'UTC', 'YYYY-MM-DD') as day
  ), own as (
    select enrichments_per_day as "perDay", 'ENRICHMENT' = any(outside_capabilities) as "isGranted" from organisations where id = $1
  ), taken as (
    insert into enrichment_usage as u (org_id, day, calls)
    select $1, clock.day, 1 from clock, own where own."isGranted" and own."perDay" >= 1
    on conflict (org_id, day) do update set calls = u.calls + 1 where u.calls < (select "perDay" from own)
    returning day
  )
  select own."isGranted", own."perDay", taken.day from own left join taken on true`;

const giveBackSql = `update enrichment_usage set calls = greatest(0, calls - 1) where org_id = $1 and day = $2`;

/** Sets a call aside before it is made, so that calls at once are no more than there are; one that fails is given back. */
export async function reserveEnrichment(pool: Pool, orgId: string, now: Date | null): Promise<Allowance> {
  const { rows } = await pool.query<Allowance>(reserveSql, [orgId, now]);
  return rows[0] ?? { isGranted: false, perDay: 0, day: null };
}

export const giveBackEnrichment = (pool: Pool, orgId: string, day: string): Promise<unknown> =>
  pool.query(giveBackSql, [orgId, day]);
