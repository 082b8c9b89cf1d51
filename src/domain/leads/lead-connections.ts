import { requireScope } from '../../access/actor.ts';
import { givenInOrder } from '../../db/run/args.ts';
import type { LeadRow } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { endOfPhone, isSamePhone } from '../phone.ts';
import { hostOfEmail } from './enrichment/company-domain.ts';
import { isFreeMail } from './enrichment/free-mail.ts';
import { type ConnectionReason, connectionReasons, leadsSharing } from './lead-connections.sql.ts';

export type LeadTie = { readonly lead: LeadRow; readonly reasons: readonly ConnectionReason[] };

export const maxConnections = 50;

/**
 * Other leads that share a company, a phone number or a profile with one, those that share most first, then the newest.
 * @throws NOT_FOUND where there is no such lead
 */
export async function leadConnections(context: DomainContext, id: string): Promise<LeadTie[]> {
  const { actor, db } = context;
  requireScope(actor, 'leads:read');
  const lead = await db.lead.findFirst({ where: { id, deletedAt: null } });
  if (!lead) throw notFound('lead');
  const keys = keysOf(lead);
  const found = await findSharing(context, id, keys);
  if (found.length === 0) return [];
  const others = await db.lead.findMany({
    where: { id: { in: found }, deletedAt: null },
    orderBy: { id: 'desc' },
  });
  return others
    .map((other) => ({ lead: other, reasons: sharedBy(keys, keysOf(other)) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((one, another) => another.reasons.length - one.reasons.length);
}

/** What a lead can have in common with others, as its indexes keep it. */
type Keys = {
  readonly emailDomain: string | null;
  /** Names of the company in lower case. */
  readonly companies: readonly string[];
  readonly phone: string | null;
  /** Every way to write the address, in lower case. */
  readonly linkedinUrls: readonly string[];
};

const valuesOf = ({ emailDomain, companies, phone, linkedinUrls }: Keys) => ({
  EMAIL_DOMAIN: emailDomain === null ? [] : [emailDomain],
  COMPANY: companies,
  PHONE: [phone === null ? null : endOfPhone(phone)].filter((end) => end !== null),
  LINKEDIN_URL: linkedinUrls,
});

async function findSharing({ run }: DomainContext, leadId: string, keys: Keys): Promise<string[]> {
  const values = valuesOf(keys);
  const asked = connectionReasons.flatMap((reason) => values[reason].map((value) => ({ reason, value })));
  if (asked.length === 0) return [];
  const shares = leadsSharing(asked.map(({ reason }) => reason));
  const given = givenInOrder(asked.map(({ value }) => value));
  return (await run(shares, { ...given, leadId, most: maxConnections })).map(({ id }) => id);
}

function keysOf(lead: LeadRow): Keys {
  const domain = hostOfEmail(lead.email);
  const companies = [lead.company, lead.companyName].flatMap((name) => name?.toLowerCase() ?? []);
  return {
    emailDomain: domain !== null && !isFreeMail(domain) ? domain : null,
    companies: [...new Set(companies)],
    phone: lead.phone,
    linkedinUrls: lead.linkedinUrl === null ? [] : spellingsOf(lead.linkedinUrl),
  };
}

/** The index knows the ends of numbers alone. */
const isSharedPhone = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && endOfPhone(one) !== null && isSamePhone(one, other);

/** What two leads share: an index may have shown only one thing of several. */
function sharedBy(one: Keys, other: Keys): ConnectionReason[] {
  const meet = (left: readonly string[], right: readonly string[]) => left.some((value) => right.includes(value));
  const shared = {
    EMAIL_DOMAIN: one.emailDomain !== null && one.emailDomain === other.emailDomain,
    COMPANY: meet(one.companies, other.companies),
    PHONE: isSharedPhone(one.phone, other.phone),
    LINKEDIN_URL: meet(one.linkedinUrls, other.linkedinUrls),
  } as const satisfies Record<ConnectionReason, boolean>;
  return connectionReasons.filter((reason) => shared[reason]);
}

/** The ways to write one web address: with and without a scheme, `www.` and a slash at its end. */
function spellingsOf(url: string): string[] {
  const plain = url
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/+$/, '');
  return ['', 'http://', 'https://'].flatMap((scheme) =>
    ['', 'www.'].flatMap((www) => ['', '/'].map((slash) => `${scheme}${www}${plain}${slash}`)),
  );
}
