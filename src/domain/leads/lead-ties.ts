import type { LeadRow } from '../../events/snapshot.ts';
import { givenInOrder } from '../../db/run/args.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { isJsonObject } from '../../json.ts';
import { isBlank, withoutEnd } from '../../text.ts';
import { endOfPhone, isSamePhone } from '../phone.ts';
import { hostOfEmail } from './enrichment/company-domain.ts';
import { isFreeMail } from './enrichment/free-mail.ts';
import { indexedChars, leadsSharing, type TieKind } from './lead-connections.sql.ts';

export const maxConnections = 50;

/** Something that leads can have in common, as one of them writes it, and the ways in which others may. */
export type Tie = {
  readonly kind: TieKind;
  readonly written: string;
  /** As the indexes keep them: a number by its end alone. */
  readonly spellings: readonly string[];
};

const tie = (kind: TieKind, written: string | null | undefined, spellings: readonly string[]): Tie[] =>
  written == null || spellings.length === 0 ? [] : [{ kind, written, spellings }];

const tiesOfKind = {
  EMAIL_DOMAIN({ email }) {
    const domain = hostOfEmail(email);
    return tie('EMAIL_DOMAIN', domain, domain === null || isFreeMail(domain) ? [] : [domain]);
  },
  // A name that is said and one that was found are two, where they differ.
  COMPANY({ company, companyName }) {
    const names = new Map([company, companyName].map((name) => [name?.toLowerCase(), name]));
    return [...names].flatMap(([folded, name]) => tie('COMPANY', name, folded === undefined ? [] : [folded]));
  },
  PHONE({ phone }) {
    const end = phone === null ? null : endOfPhone(phone);
    return tie('PHONE', phone, end === null ? [] : [end]);
  },
  LINKEDIN_URL: ({ linkedinUrl }) =>
    tie('LINKEDIN_URL', linkedinUrl, linkedinUrl === null ? [] : spellingsOf(toPlainUrl(linkedinUrl))),
  REFERRER({ context }) {
    const referrer = textAt(context, 'referrer');
    const spellings = referrer === null ? [] : spellingsOf(asIndexed(toPlainUrl(referrer))).map(asIndexed);
    return tie('REFERRER', referrer, spellings);
  },
  CAMPAIGN({ context }) {
    const campaign = textAt(context, 'campaign');
    return tie('CAMPAIGN', campaign, campaign === null ? [] : [asIndexed(campaign.toLowerCase())]);
  },
} as const satisfies Record<TieKind, (lead: LeadRow) => Tie[]>;

/** What of these kinds a lead can have in common with others. */
export const tiesOf = (lead: LeadRow, kinds: readonly TieKind[]): Tie[] =>
  kinds.flatMap((kind) => tiesOfKind[kind](lead));

/** Whether two leads share it. The index knows the ends of numbers alone. */
export function isShared(one: Tie, other: Tie): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'PHONE') return isSamePhone(one.written, other.written);
  return one.spellings.some((spelling) => other.spellings.includes(spelling));
}

/** A lead, and others that share something of these kinds with it: those that share most first, then the newest. @throws NOT_FOUND */
export async function findSharing(
  context: DomainContext,
  id: string,
  kinds: readonly TieKind[],
): Promise<{ readonly lead: LeadRow; readonly ties: readonly Tie[]; readonly others: readonly LeadRow[] }> {
  const { db, run } = context;
  const lead = await db.lead.findFirst({ where: { id, deletedAt: null } });
  if (!lead) throw notFound('lead');
  const ties = tiesOf(lead, kinds);
  const asked = ties.flatMap(({ kind: reason, spellings }) => spellings.map((value) => ({ reason, value })));
  if (asked.length === 0) return { lead, ties, others: [] };
  const shares = leadsSharing(asked.map(({ reason }) => reason));
  const given = givenInOrder(asked.map(({ value }) => value));
  const found = (await run(shares, { ...given, leadId: id, most: maxConnections })).map((row) => row.id);
  if (found.length === 0) return { lead, ties, others: [] };
  const others = await db.lead.findMany({
    where: { id: { in: found }, deletedAt: null },
    orderBy: { id: 'desc' },
  });
  return { lead, ties, others };
}

/** Where its source says that a lead came from. */
function textAt(context: unknown, name: 'referrer' | 'campaign'): string | null {
  const value: unknown = isJsonObject(context) ? context[name] : null;
  return typeof value === 'string' && !isBlank(value) ? value : null;
}

const asIndexed = (text: string): string => text.slice(0, indexedChars);

/** A web address without what `spellingsOf` writes it with. */
const toPlainUrl = (url: string): string =>
  withoutEnd(
    url
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, ''),
    '/',
  );

/** The ways to write one web address: with and without a scheme, `www.` and a slash at its end. */
const spellingsOf = (plain: string): string[] =>
  ['', 'http://', 'https://'].flatMap((scheme) =>
    ['', 'www.'].flatMap((www) => ['', '/'].map((slash) => `${scheme}${www}${plain}${slash}`)),
  );
