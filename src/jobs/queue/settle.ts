import { sharedNowSql } from '../../clock.ts';
import type { ClaimedJob, JobDatabase } from './claim.ts';

/** What came of an attempt. */
export type Outcome =
  | { readonly state: 'SUCCEEDED'; readonly result: object | null }
  | { readonly state: 'DEAD'; readonly error: string }
  /** To be begun again after so long. */
  | {
      readonly state: 'WAITING';
      readonly error: string | null;
      readonly result: object | null;
      readonly afterMs: number;
    }
  /** Not ours any more, or given back unfinished, as if it had not been begun. */
  | { readonly state: 'LOST' }
  | { readonly state: 'RELEASED' };

const now = sharedNowSql('$1');

// The claim is of one attempt: whoever took the job over meanwhile is not disturbed.
const isOurs = `org_id = $2 and id = $3 and claim = $4 and state = 'RUNNING'`;

const settleSql = `
update jobs
   set state = $5::"JobState", claim = null, last_error = $6, result = $7::jsonb, finished_at = ${now},
       run_at = ${now} + $8 * interval '1 ms'
 where ${isOurs}`;

const releaseSql = `
update jobs set state = 'WAITING', claim = null, attempts = attempts - 1, run_at = ${now} where ${isOurs}`;

/** Writes down what came of an attempt. Answers whether the job was still ours. */
export async function settleJob(
  db: JobDatabase,
  now: Date | null,
  { orgId, id, claim }: ClaimedJob,
  outcome: Outcome,
): Promise<boolean> {
  if (outcome.state === 'LOST') return false;
  const ours = [now, orgId, id, claim];
  const values = (): unknown[] => {
    if (outcome.state === 'RELEASED') return ours;
    const error = outcome.state === 'SUCCEEDED' ? null : outcome.error;
    const result = outcome.state === 'DEAD' ? null : outcome.result;
    const afterMs = outcome.state === 'WAITING' ? outcome.afterMs : 0;
    return [...ours, outcome.state, error, result === null ? null : JSON.stringify(result), afterMs];
  };
  const query =
    outcome.state === 'RELEASED'
      ? { name: 'release-job', text: releaseSql, values: values() }
      : { name: 'settle-job', text: settleSql, values: values() };
  const { rowCount } = await db.deliveryPool.query(query);
  return rowCount === 1;
}

const renewSql = `
update jobs j
   set run_at = ${now} + $2 * interval '1 ms'
  from jsonb_array_elements($3::jsonb) as held(job)
 where j.org_id = held.job->>'orgId' and j.id = held.job->>'id' and j.claim = held.job->>'claim' and j.state = 'RUNNING'
returning j.claim || ' ' || j.org_id || ' ' || j.id as key`;

/** What tells a job that was claimed from every other, and this claim from the next. */
export const claimKey = ({ orgId, id, claim }: ClaimedJob): string => `${claim} ${orgId} ${id}`;

/** Keeps jobs for another `leaseMs`. Answers the keys of those that are still ours. */
export async function renewJobs(
  db: JobDatabase,
  now: Date | null,
  leaseMs: number,
  jobs: readonly ClaimedJob[],
): Promise<ReadonlySet<string>> {
  const held = JSON.stringify(jobs.map(({ orgId, id, claim }) => ({ orgId, id, claim })));
  const query = { name: 'renew-jobs', text: renewSql, values: [now, leaseMs, held] };
  const { rows } = await db.deliveryPool.query<{ key: string }>(query);
  return new Set(rows.map(({ key }) => key));
}
