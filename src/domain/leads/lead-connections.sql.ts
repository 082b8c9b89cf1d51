import { z } from 'zod';
import { numbered, plain } from '../../db/run/args.ts';
import { keptFamily } from '../../db/run/family.ts';
import { statement } from '../../db/run/statement.ts';

export const connectionReasons = ['EMAIL_DOMAIN', 'COMPANY', 'PHONE', 'LINKEDIN_URL'] as const;
export type ConnectionReason = (typeof connectionReasons)[number];

/** What can be shared beside those, as the source of a lead tells it. */
export const tieKinds = [...connectionReasons, 'REFERRER', 'CAMPAIGN'] as const;
export type TieKind = (typeof tieKinds)[number];

/** As much of a text as its index keeps, which holds no rows of more than some 2,700 bytes. */
export const indexedChars = 500;

/** The last digits of a number, without its extension: as endOfPhone has it. */
const endOfPhone = String.raw`right(regexp_replace(regexp_replace(phone, '(\d)\D*[x#]\D*\d{1,7}\D*$', '\1', 'i'), '\D', '', 'g'), 7)`;

/** The expressions are those of the indexes that the migrations lead_connections, phones_end and lead_origins make. */
const ofContext = (name: string) =>
  `context ->> '${name}' is not null and left(lower(context ->> '${name}'), ${indexedChars})`;

const comparisons = {
  EMAIL_DOMAIN: ["email is not null and split_part(email, '@', 2)"],
  COMPANY: ['company is not null and lower(company)', 'company_name is not null and lower(company_name)'],
  PHONE: [`phone is not null and ${endOfPhone}`],
  LINKEDIN_URL: ['linkedin_url is not null and lower(linkedin_url)'],
  REFERRER: [ofContext('referrer')],
  CAMPAIGN: [ofContext('campaign')],
} as const satisfies Record<TieKind, readonly string[]>;

const part = (reason: TieKind, comparison: string, value: number) =>
  `(select id, '${reason}' as reason from leads
     where org_id = :org and deleted_at is null and ${comparison} = :v${value} and id <> :leadId
       and (:business::text is null or business_id = :business)
     order by id desc limit :most)`;

const samples: readonly (readonly TieKind[])[] = [tieKinds];

/**
 * Other leads that share something with one, those that share most first, then the newest; by what each of the values is. One
 * statement, which reads the newest of each kind from its index and no more of them than are asked for.
 */
export const leadsSharing = keptFamily(samples, (reasons) => {
  const parts = reasons.flatMap((reason, index) =>
    comparisons[reason].map((comparison) => part(reason, comparison, index + 1)),
  );
  return statement({
    name: 'leads-sharing',
    args: { ...numbered(reasons.length), leadId: plain<string>(), most: plain<number>() },
    row: z.object({ id: z.string() }),
    isPlannedAnew: true,
    text: `select id from (${parts.join(' union all ')}) shared
      group by id order by count(distinct reason) desc, id desc limit :most`,
  });
});
