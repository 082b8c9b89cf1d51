import domainsOfProviders from 'email-providers/all.json' with { type: 'json' };

/** Providers that give anybody an address: what stands before the public suffix, whatever that is. */
const providers = new Set([
  'yahoo',
  'ymail',
  'hotmail',
  'outlook',
  'gmx',
  'yandex',
  'rediffmail',
  'tutanota',
  'protonmail',
]);

/** What the list of the package lacks: younger providers, and those of access to the internet. */
const others =
  'passport.com tuta.io tuta.com fastmail.com zohomail.com posteo.de hispeed.ch ziggo.nl telia.com duck.com gmx.ch'.split(
    ' ',
  );

/** What it has beside: companies whose customers have addresses elsewhere, and names that documents use. */
const noProviders: ReadonlySet<string> = new Set(['bt.com', 'facebook.com', 'test.com', 'test.de', 'example.com']);

const domains = new Set([...domainsOfProviders.filter((domain) => !noProviders.has(domain)), ...others]);

/** Whether a domain gives its addresses to anybody, so that it tells nothing of a company. */
export const isFreeMail = (domain: string): boolean => domains.has(domain) || providers.has(domain.split('.')[0] ?? '');
