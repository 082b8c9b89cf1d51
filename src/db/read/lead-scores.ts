import type { TenantScope } from '../scoped.ts';

type RawQuery = {
  $queryRawUnsafe<T>(sql: string, ...values: unknown[]): PromiseLike<T>;
  $executeRawUnsafe(sql: string, ...values: unknown[]): PromiseLike<number>;
};

export type StoredScore = { readonly id: string; readonly score: number; readonly factors: object };

const inReach = `org_id = $1 and deleted_at is null and ($2::text is null or business_id = $2)`;

const lockSql = `with picked as materialized (
    select id from leads where ${inReach} order by scored_at nulls first, id limit $3
  )
  select id from leads where ${inReach} and id in (select id from picked) order by id for no key update`;

const storeSql = `update leads l set confidence_score = s.score, confidence_factors = s.factors, scored_at = $2
  from jsonb_to_recordset($3::jsonb) as s(id text, score int, factors jsonb)
 where l.org_id = $1 and l.id = s.id`;

const countSql = `select count(*)::int as count from leads where ${inReach} and (scored_at is null or scored_at < $3)`;

/** Locks the leads whose score is the oldest, those without one first, and answers their ids in the order of the locks. */
export async function lockLeadsToScore(db: RawQuery, { orgId, businessId }: TenantScope, limit: number) {
  const rows = await db.$queryRawUnsafe<{ id: string }[]>(lockSql, orgId, businessId, limit);
  return rows.map(({ id }) => id);
}

/** Keeps the scores of locked leads, in one statement. */
export async function storeScores(db: RawQuery, orgId: string, scores: readonly StoredScore[], now: Date) {
  await db.$executeRawUnsafe(storeSql, orgId, now, JSON.stringify(scores));
}

/** How many leads have no score, or one from before `since`. */
export async function countLeadsToScore(db: RawQuery, { orgId, businessId }: TenantScope, since: Date) {
  const rows = await db.$queryRawUnsafe<{ count: number }[]>(countSql, orgId, businessId, since);
  return rows[0]?.count ?? 0;
}
