import { describe, expect, it } from 'vitest';
import { createBuiltInEnricher } from '../../src/domain/leads/enrichment/built-in-enricher.ts';
import { businessTypeOf } from '../../src/domain/leads/enrichment/business-type.ts';
import { companyDomain, hostOfWebsite } from '../../src/domain/leads/enrichment/company-domain.ts';
import { nameOfLabel } from '../../src/domain/leads/enrichment/company-name.ts';
import type { EnrichmentSubject } from '../../src/domain/leads/enrichment/enricher.ts';
import { isFreeMail } from '../../src/domain/leads/enrichment/free-mail.ts';
import { seniorityOf } from '../../src/domain/leads/enrichment/seniority.ts';

const enricher = createBuiltInEnricher();
const nothing: EnrichmentSubject = {
  id: '01jqz5v8m3k9wfp2c7hx0dtbne',
  firstName: null,
  lastName: null,
  email: null,
  phone: null,
  company: null,
  companyName: null,
  businessType: null,
  jobTitle: null,
  seniority: null,
  linkedinUrl: null,
  companySize: null,
  companyRevenue: null,
  crmData: null,
};
const onBehalf = { orgId: '01jqz5v8m3k9wfp2c7hx0dtbnf', businessId: null, conversationId: null };
const enrich = (lead: Partial<EnrichmentSubject>) =>
  enricher.enrich({ ...nothing, ...lead }, { onBehalf, signal: AbortSignal.abort() });

describe('the built-in enrichment', () => {
  it('derives what the e-mail domain and the job title give away', async () => {
    expect(await enrich({ email: 'jane@mail.bright-dental.co.uk', jobTitle: 'Head of Operations' })).toEqual({
      status: 'COMPLETE',
      findings: {
        companyName: 'Bright Dental',
        crmData: { website: 'https://bright-dental.co.uk' },
        seniority: 'Director',
        businessType: 'Dental practice',
      },
      source: 'the domain bright-dental.co.uk and the lead’s own fields',
    });
  });

  it('says nothing of what it cannot know', async () => {
    expect(await enrich({ email: 'jane@acme.com', jobTitle: 'Wizard' })).toMatchObject({
      findings: { companyName: 'Acme', crmData: { website: 'https://acme.com' } },
    });
  });

  it('keeps the company’s name as people wrote it', async () => {
    expect(await enrich({ email: 'jane@acme.com', company: 'ACME Holding' })).toMatchObject({
      findings: { companyName: 'ACME Holding' },
    });
  });

  it('takes the website where the address tells nothing, and does not find it again', async () => {
    const known = await enrich({ email: 'jane@gmail.com', crmData: { website: 'www.acme.com/about' } });
    expect(known).toEqual({
      status: 'COMPLETE',
      findings: { companyName: 'Acme' },
      source: 'the domain acme.com and the lead’s own fields',
    });
  });

  it.each([
    [{}, 'The lead has no e-mail address.'],
    [{ email: 'jane@gmail.com' }, 'gmail.com gives addresses to anybody and tells of no company.'],
    [{ email: 'jane@yahoo.co.jp', crmData: { website: 7 } }, 'yahoo.co.jp gives addresses to anybody'],
    [{ email: 'jane@gmail.com', crmData: { website: 'http://127.0.0.1/' } }, '127.0.0.1 is no company’s domain.'],
    [{ email: 'jane@gmail.com', crmData: { website: 'not a site' } }, 'gmail.com gives addresses to anybody'],
  ])('fails for %j and says what to add', async (lead, reason) => {
    const failed = await enrich(lead);
    expect(failed).toEqual({ status: 'FAILED', reason: expect.stringContaining(reason) });
    expect(failed).toEqual({ status: 'FAILED', reason: expect.stringContaining('crmData.website') });
  });
});

it.each([
  ['acme.com', 'acme.com', 'acme'],
  ['mail.acme.com', 'acme.com', 'acme'],
  ['acme.co.uk', 'acme.co.uk', 'acme'],
  ['a.b.acme.com.au', 'acme.com.au', 'acme'],
  ['acme.co', 'acme.co', 'acme'],
  ['acme.io', 'acme.io', 'acme'],
  ['mail.acme.gov.sg', 'acme.gov.sg', 'acme'],
  ['acme.chiyoda.tokyo.jp', 'acme.chiyoda.tokyo.jp', 'acme'],
  ['xn--mller-kva.de', 'xn--mller-kva.de', 'xn--mller-kva'],
])('the company’s domain of %s is %s', (host, domain, label) => {
  expect(companyDomain(host)).toEqual({ domain, label });
});

it.each([
  '',
  'localhost',
  'acme',
  '127.0.0.1',
  '::1',
  'co.uk',
  'co.uk.',
  '-acme.com',
  'a b.com',
  `${'a'.repeat(64)}.com`,
  'acme..com',
])('there is no company’s domain in %s', (host) => expect(companyDomain(host)).toBeNull());

it.each([
  ['acme', 'Acme'],
  ['acme-dental', 'Acme Dental'],
  ['acme-gmbh', 'Acme GmbH'],
  ['bright-smiles-llc', 'Bright Smiles LLC'],
  ['kpmg', 'KPMG'],
  ['3m', '3m'],
  ['ibm-uk', 'Ibm UK'],
  ['xn--mller-kva', 'Müller'],
])('%s is spelled %s', (label, name) => expect(nameOfLabel(label)).toBe(name));

it.each([
  'gmail.com',
  'outlook.com',
  'hotmail.co.uk',
  'yahoo.fr',
  'icloud.com',
  'proton.me',
  'web.de',
  'gmx.net',
  'tuta.com',
  'fastmail.com',
])('%s is anybody’s', (domain) => expect(isFreeMail(domain)).toBe(true));

it.each([
  'acme.com',
  'livestock.com',
  'me.acme.com',
  'mygmail.com',
  'microsoft.com',
  'siemens.com',
  'bt.com',
  'example.com',
])('%s is somebody’s own', (domain) => expect(isFreeMail(domain)).toBe(false));

it.each([
  ['https://www.Acme.com/about?x=1', 'acme.com'],
  ['acme.com', 'acme.com'],
  ['http://acme.com:8080', 'acme.com'],
  ['', null],
  [null, null],
  [{}, null],
])('the host of %j is %s', (website, host) => expect(hostOfWebsite(website)).toBe(host));

it.each([
  ['CEO', 'C-Level'],
  ['Chief Revenue Officer', 'C-Level'],
  ['Vice President, Sales', 'VP'],
  ['President', 'C-Level'],
  ['Co-Founder', 'Owner'],
  ['Practice Owner', 'Owner'],
  ['Product Owner', null],
  ['Managing Director', 'Director'],
  ['Office Manager', 'Manager'],
  ['Executive Assistant to the CEO', 'Junior'],
  ['Sr. Engineer', 'Senior'],
  ['Marketing Intern', 'Junior'],
  ['Dentist', null],
  ['', null],
])('a %s is %s', (title, level) => expect(seniorityOf(title)).toBe(level));

it.each([
  [['Bright Dental'], 'Dental practice'],
  [['Lawn Care'], null],
  [['Smith Law'], 'Law firm'],
  [[null, 'north-realty'], 'Real estate'],
  [['First Bank'], 'Financial services'],
  [['Riverbanks'], null],
  [[null, null], null],
])('the business of %j is %s', (names, type) => expect(businessTypeOf(names)).toBe(type));
