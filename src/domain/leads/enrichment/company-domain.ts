import { parse } from 'tldts';

const hostname = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

export type CompanyDomain = {
  /** Such as `acme.co.uk`, without what a company puts before it. */
  readonly domain: string;
  /** Such as `acme`. */
  readonly label: string;
};

/** The registered domain of a host name, by the public suffix list; null for what is none. */
export function companyDomain(host: string): CompanyDomain | null {
  if (!hostname.test(host)) return null;
  const { domain, domainWithoutSuffix: label } = parse(host, { extractHostname: false });
  return domain && label ? { domain, label } : null;
}

/** The host an e-mail address is at, in lower case. */
export const hostOfEmail = (email: string | null): string | null => email?.split('@')[1]?.toLowerCase() ?? null;

/** The host of a web address that may lack its scheme, without a leading `www.`. */
export function hostOfWebsite(website: unknown): string | null {
  if (typeof website !== 'string') return null;
  const address = /^https?:\/\//i.test(website) ? website : `https://${website}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : null;
}
