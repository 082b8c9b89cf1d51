import type pg from 'pg';
import { idleSinceSql, isOpenSql } from './open-leads.ts';

/**
 * Which rules of trigger NO_TOUCH are due for which leads at $1. Since the latest touchpoint a rule moves a lead once, and none
 * takes it back to a stage that another such rule took it from, so that rules which point at each other come to an end. A rule
 * for leads of any stage leaves those alone that are won, lost or closed.
 */
const dueSql = `automation_rules r
  join leads l on l.org_id = r.org_id and l.deleted_at is null and l.stage_id <> r.target_stage_id
   and ${idleSinceSql} <= $1::timestamptz - r.min_days_since_touch * interval '24 hours'
  join stages s on s.org_id = l.org_id and s.id = l.stage_id
 where r.trigger = 'NO_TOUCH' and r.enabled
   and case when r.from_stage_id is null then ${isOpenSql} else r.from_stage_id = l.stage_id end
   and (r.tier is null or r.tier = l.tier)
   and (r.min_confidence_score is null or l.confidence_score >= r.min_confidence_score)
   and (r.min_view_count is null or r.min_view_count <= (select count(*) from touchpoints p
         where p.org_id = l.org_id and p.lead_id = l.id and p.type = 'PROPOSAL_VIEWED'))
   and not exists (select from automation_runs x
         where x.org_id = l.org_id and x.lead_id = l.id and x.trigger = 'NO_TOUCH' and x.created_at >= ${idleSinceSql}
           and (x.rule_id = r.id or x.from_stage_id = r.target_stage_id))`;

/** A lead of any organisation. */
export type IdleLead = { readonly orgId: string; readonly leadId: string };

export type FindIdleLeads = (now: Date, after: IdleLead | null, limit: number) => Promise<readonly IdleLead[]>;

const leadsSql = `select distinct l.org_id as "orgId", l.id as "leadId" from ${dueSql}
  and (l.org_id, l.id) > ($2, $3) order by 1, 2 limit $4`;

/** Leads of every organisation for which such a rule is due, those after a given one: for the job that moves them. */
export function createFindIdleLeads(pool: Pick<pg.Pool, 'query'>): FindIdleLeads {
  return async (now, after, limit) =>
    (await pool.query<IdleLead>(leadsSql, [now, after?.orgId ?? '', after?.leadId ?? '', limit])).rows;
}

type RawReader = { $queryRawUnsafe<T>(sql: string, ...values: unknown[]): PromiseLike<T> };

const rulesSql = `select r.id from ${dueSql} and l.org_id = $2 and l.id = $3`;

/** The ids of the rules that are due for one lead. */
export async function readIdleRules(database: RawReader, orgId: string, leadId: string, now: Date): Promise<string[]> {
  const rows = await database.$queryRawUnsafe<{ id: string }[]>(rulesSql, now, orgId, leadId);
  return rows.map(({ id }) => id);
}
