/** Parts of public suffixes that stand before a country: `co.uk`, `com.au`. */
const suffixParts = new Set(['co', 'com', 'org', 'net', 'ac', 'gov', 'edu', 'or', 'ne', 'go', 'gob', 'gouv', 'nom']);

const hostname = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

export type CompanyDomain = {
  /** Such as `acme.co.uk`, without what a company puts before it. */
  readonly domain: string;
  /** Such as `acme`. */
  readonly label: string;
};

/** The registered domain of a host name, as far as its last parts tell; null for what is none. */
export function companyDomain(host: string): CompanyDomain | null {
  if (!hostname.test(host)) return null;
  const labels = host.split('.');
  const [country = '', before = ''] = labels.toReversed();
  const suffix = labels.length > 2 && country.length === 2 && suffixParts.has(before) ? 2 : 1;
  const label = labels[labels.length - suffix - 1];
  if (label === undefined) return null;
  return { label, domain: labels.slice(-suffix - 1).join('.') };
}

/** The host an e-mail address is at, in lower case. */
export const hostOfEmail = (email: string | null): string | null => email?.split('@')[1]?.toLowerCase() ?? null;

/** The host of a web address that may lack its scheme, without a leading `www.`. */
export function hostOfWebsite(website: unknown): string | null {
  if (typeof website !== 'string') return null;
  const address = /^https?:\/\//i.test(website) ? website : `https://${website}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : null;
}
