import type pg from 'pg';
import { idleSinceSql, isOpenSql } from './open-leads.ts';
import type { TenantScope } from '../scoped.ts';

/** How soon to be in touch again, the most urgent first. */
export const stalledPriorities = ['HIGH', 'MEDIUM', 'LOW'] as const;
export type StalledPriority = (typeof stalledPriorities)[number];

export type StalledPolicy = {
  /** The confidence score from which on a lead is of high priority, and of medium priority. */
  readonly scoreFrom: { readonly HIGH: number; readonly MEDIUM: number };
  /** Leads of this priority are overdue if nobody was in touch since then. */
  readonly overdueSince: Readonly<Record<StalledPriority, Date>>;
};

type Row = { readonly id: string; readonly priority: StalledPriority };

export type StalledRows = { readonly rows: readonly Row[]; readonly total: number };

export type FindStalledLeads = (
  scope: TenantScope,
  policy: StalledPolicy,
  page: { readonly limit: number; readonly offset: number },
) => Promise<StalledRows>;

const sql = `with open as (
    select l.id, ${idleSinceSql} as idle_since,
           case when l.tier = 'HIGH' or l.confidence_score >= $3 then 1
                when l.tier = 'MEDIUM' or l.confidence_score >= $4 or coalesce(l.tier::text, l.confidence_score::text) is null then 2
                else 3 end as priority
      from leads l join stages s on s.org_id = l.org_id and s.id = l.stage_id
     where l.org_id = $1 and l.deleted_at is null and ($2::text is null or l.business_id = $2)
       and ${idleSinceSql} <= greatest($5::timestamptz, $6::timestamptz, $7::timestamptz) and ${isOpenSql}
  ), overdue as (
    select * from open where idle_since <= (array[$5::timestamptz, $6::timestamptz, $7::timestamptz])[priority]
  )
  select (select count(*)::int from overdue) as total,
         array(select array[id, priority::text] from overdue order by priority, idle_since, id limit $8 offset $9) as page`;

/** Open leads that are overdue for a contact: the most urgent first, then those idle the longest. One statement. */
export function createFindStalledLeads(pool: Pick<pg.Pool, 'query'>): FindStalledLeads {
  return async ({ orgId, businessId }, { scoreFrom, overdueSince }, { limit, offset }) => {
    const since = stalledPriorities.map((priority) => overdueSince[priority]);
    const values = [orgId, businessId, scoreFrom.HIGH, scoreFrom.MEDIUM, ...since, limit, offset];
    const { rows } = await pool.query<{ total: number; page: [id: string, priority: string][] }>(sql, values);
    const found = rows[0]?.page ?? [];
    return {
      rows: found.map(([id, priority]) => ({ id, priority: stalledPriorities[Number(priority) - 1] ?? 'LOW' })),
      total: rows[0]?.total ?? 0,
    };
  };
}
