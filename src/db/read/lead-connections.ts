import type pg from 'pg';
import type { TenantScope } from '../scoped.ts';

export const connectionReasons = ['EMAIL_DOMAIN', 'COMPANY', 'PHONE', 'LINKEDIN_URL'] as const;
export type ConnectionReason = (typeof connectionReasons)[number];

/** What a lead can have in common with others, as its indexes keep it. */
export type ConnectionKeys = {
  readonly leadId: string;
  readonly emailDomain: string | null;
  /** Names of the company in lower case. */
  readonly companies: readonly string[];
  /** Digits alone. */
  readonly phone: string | null;
  /** Every way to write the address, in lower case. */
  readonly linkedinUrls: readonly string[];
};

/** Answers the ids of other leads. */
export type FindConnections = (scope: TenantScope, keys: ConnectionKeys, most: number) => Promise<readonly string[]>;

/** The expressions are those of the indexes that the migration lead_connections makes. */
const comparisons = {
  EMAIL_DOMAIN: ["email is not null and split_part(email, '@', 2)"],
  COMPANY: ['company is not null and lower(company)', 'company_name is not null and lower(company_name)'],
  PHONE: [String.raw`phone is not null and regexp_replace(phone, '\D', '', 'g')`],
  LINKEDIN_URL: ['linkedin_url is not null and lower(linkedin_url)'],
} as const satisfies Record<ConnectionReason, readonly string[]>;

const valuesOf = ({ emailDomain, companies, phone, linkedinUrls }: ConnectionKeys) => ({
  EMAIL_DOMAIN: emailDomain === null ? [] : [emailDomain],
  COMPANY: companies,
  PHONE: phone === null ? [] : [phone],
  LINKEDIN_URL: linkedinUrls,
});

/**
 * Other leads that share something with one, those that share most first, then the newest: one statement, which reads the
 * newest of each kind from its index and no more of them than are asked for.
 */
export function createFindConnections(pool: Pick<pg.Pool, 'query'>): FindConnections {
  return async ({ orgId, businessId }, keys, most) => {
    const given: unknown[] = [orgId, businessId, keys.leadId, most];
    const parts = connectionReasons.flatMap((reason) =>
      valuesOf(keys)[reason].flatMap((value) => {
        given.push(value);
        return comparisons[reason].map((comparison) => part(reason, comparison, given.length));
      }),
    );
    if (parts.length === 0) return [];
    const sql = `select id from (${parts.join(' union all ')}) shared
      group by id order by count(distinct reason) desc, id desc limit $4`;
    const { rows } = await pool.query<{ id: string }>(sql, given);
    return rows.map(({ id }) => id);
  };
}

const part = (reason: ConnectionReason, comparison: string, parameter: number) =>
  `(select id, '${reason}' as reason from leads
     where org_id = $1 and deleted_at is null and ${comparison} = $${parameter} and id <> $3
       and ($2::text is null or business_id = $2)
     order by id desc limit $4)`;
