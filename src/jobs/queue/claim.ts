import type pg from 'pg';
import { sharedNowSql } from '../../clock.ts';

export type JobDatabase = { readonly deliveryPool: Pick<pg.Pool, 'query'> };

/** A job that is ours until its lease ends, unless it is renewed. */
export type ClaimedJob = {
  readonly orgId: string;
  readonly id: string;
  readonly kind: string;
  readonly businessId: string | null;
  readonly payload: unknown;
  /** How often it was begun, this time included. */
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly lastError: string | null;
  readonly startedAt: Date;
  readonly claim: string;
};

/** By kind: what there is room for on this node, and how many of one organisation may run on all nodes. */
export type Room = Readonly<Record<string, { readonly places: number; readonly perOrganisation: number }>>;

export const activeSql = `state in ('WAITING', 'RUNNING')`;

const now = sharedNowSql('$1');

/**
 * Takes what is due, in lanes: those of one organisation and kind. Each lane has few places on all nodes together, so that neither the
 * many of one nor those that hang hold up another's. One index probe a lane. What runs is due once its lease has ended.
 */
const claimSql = `
with recursive lanes as (
  (select org_id, kind from jobs where ${activeSql} order by org_id, kind, run_at, id limit 1)
  union all
  select following.org_id, following.kind
    from lanes l
    cross join lateral (
      select j.org_id, j.kind
        from jobs j
       where ${activeSql} and (j.org_id, j.kind) > (l.org_id, l.kind)
       order by j.org_id, j.kind, j.run_at, j.id
       limit 1
    ) following
), room as (
  select r.key as kind, (r.value->>'places')::int as places, (r.value->>'perOrganisation')::int as per_organisation
    from jsonb_each($2::jsonb) r
), under_way as (
  select org_id, kind, count(*)::int as count from jobs where state = 'RUNNING' and run_at > ${now} group by org_id, kind
), candidates as (
  select head.ctid, r.places, row_number() over (partition by l.kind order by head.run_at, head.id) as place
    from lanes l
    join room r on r.kind = l.kind
    left join under_way u on u.org_id = l.org_id and u.kind = l.kind
    cross join lateral (
      select j.ctid, j.run_at, j.id
        from jobs j
       where j.org_id = l.org_id and j.kind = l.kind and ${activeSql} and j.run_at <= ${now}
       order by j.run_at, j.id
       limit greatest(0, r.per_organisation - coalesce(u.count, 0))
    ) head
), locked as (
  select j.ctid
    from jobs j
   where j.ctid = any(array(select ctid from candidates where place <= places))
     and ${activeSql} and j.run_at <= ${now}
     for update of j skip locked
)
update jobs j
   set state = 'RUNNING', attempts = attempts + 1, claim = $4, started_at = ${now}, run_at = ${now} + $3 * interval '1 ms'
 where j.ctid = any(array(select ctid from locked))
returning j.org_id as "orgId", j.id, j.kind, j.business_id as "businessId", j.payload, j.attempts, j.max_attempts as "maxAttempts",
          j.last_error as "lastError", j.started_at as "startedAt", j.claim`;

export type ClaimOptions = {
  /** Null is the database's own time. */
  readonly now: Date | null;
  readonly room: Room;
  readonly leaseMs: number;
  /** What tells this claim from every other. */
  readonly claim: string;
};

/** Takes due jobs for `leaseMs`. What is neither renewed nor settled by then is taken by anybody. */
export async function claimJobs(db: JobDatabase, { now, room, leaseMs, claim }: ClaimOptions): Promise<ClaimedJob[]> {
  const values = [now, JSON.stringify(room), leaseMs, claim];
  const { rows } = await db.deliveryPool.query<ClaimedJob>({ name: 'claim-jobs', text: claimSql, values });
  return rows;
}

const dueSql = `
select extract(epoch from min(head.run_at) - ${now})::float8 * 1000 as "dueInMs"
  from unnest($2::text[]) as k(kind)
  cross join lateral (
    select j.run_at from jobs j where j.kind = k.kind and ${activeSql} order by j.run_at limit 1
  ) head`;

/** How long until a job of these kinds is due, 0 or less where one is; null when there is none. */
export async function findJobDueInMs(
  db: JobDatabase,
  now: Date | null,
  kinds: readonly string[],
): Promise<number | null> {
  const query = { name: 'next-job', text: dueSql, values: [now, kinds] };
  const { rows } = await db.deliveryPool.query<{ dueInMs: number | null }>(query);
  return rows[0]?.dueInMs ?? null;
}
