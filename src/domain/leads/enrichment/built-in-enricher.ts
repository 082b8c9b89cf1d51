import { businessTypeOf } from './business-type.ts';
import { companyDomain, hostOfEmail, hostOfWebsite } from './company-domain.ts';
import { nameOfLabel } from './company-name.ts';
import type { Enricher, Enrichment, EnrichmentSubject } from './enricher.ts';
import { isFreeMail } from './free-mail.ts';
import { seniorityOf } from './seniority.ts';

const whatToAdd = 'Add an e-mail address at the company’s own domain, or the company’s website as crmData.website.';

/** Derives what a lead's own fields give away. It asks nobody, so it finds no profile and no figures. */
export const createBuiltInEnricher = (): Enricher => ({ enrich: (lead) => Promise.resolve(derive(lead)) });

function derive(lead: EnrichmentSubject): Enrichment {
  const atMail = hostOfEmail(lead.email);
  const ownMail = atMail !== null && !isFreeMail(atMail) ? atMail : null;
  const known = hostOfWebsite(websiteOf(lead.crmData));
  const host = ownMail ?? known;
  if (host === null) return { status: 'FAILED', reason: `${lacking(atMail)} ${whatToAdd}` };
  const company = companyDomain(host);
  if (!company) return { status: 'FAILED', reason: `${host} is no company’s domain. ${whatToAdd}` };
  const { domain, label } = company;
  const companyName = lead.company ?? nameOfLabel(label);
  const seniority = lead.jobTitle === null ? null : seniorityOf(lead.jobTitle);
  const businessType = businessTypeOf([lead.company, lead.companyName, label]);
  const findings = {
    companyName,
    ...(known === null && { crmData: { website: `https://${domain}` } }),
    ...(seniority !== null && { seniority }),
    ...(businessType !== null && { businessType }),
  };
  return { status: 'COMPLETE', findings, source: `the domain ${domain} and the lead’s own fields` };
}

function lacking(host: string | null): string {
  return host === null
    ? 'The lead has no e-mail address.'
    : `${host} gives addresses to anybody and tells of no company.`;
}

const websiteOf = (crmData: unknown): unknown =>
  typeof crmData === 'object' && crmData !== null ? Reflect.get(crmData, 'website') : null;
