import { z } from 'zod';
import type { Findings } from '../../domain/leads/enrichment/enricher.ts';
import { jsonObject, name, text } from '../../domain/input.ts';
import { webAddress } from '../../domain/leads/fields/lead-input.ts';
import { isBlank } from '../../text.ts';
import { malformedAnswer } from '../provider/read-json.ts';

/** Null, blank and absent are not found; a number such as 200 employees is taken as it is written. */
const fact = <S extends z.ZodType<string, string>>(bounds: S) =>
  z
    .union([z.string(), z.number().transform(String)])
    .nullish()
    .transform((value) => (value == null || isBlank(value) ? undefined : value))
    .pipe(bounds.optional());

/** What a provider of enrichment answers; keys that are not listed here are kept in `crmData`. */
export const answer = z.looseObject({
  status: z.enum(['complete', 'failed']).optional(),
  title: fact(name(200)),
  seniority: fact(name(100)),
  companyName: fact(name(200)),
  businessType: fact(name(200)),
  linkedinUrl: fact(text(500).regex(webAddress)),
  companySize: fact(text(100)),
  companyRevenue: fact(text(100)),
  crmData: jsonObject.nullish(),
});

/** Null where it holds nothing. @throws ProviderError where what has no field cannot be kept */
export function toFindings({ status: _, title, crmData, ...answered }: z.output<typeof answer>): Findings | null {
  const { seniority, companyName, businessType, linkedinUrl, companySize, companyRevenue, ...others } = answered;
  const { data: flexible } = jsonObject.safeParse({ ...others, ...crmData });
  if (!flexible) throw malformedAnswer();
  const facts = { jobTitle: title, seniority, companyName, businessType, linkedinUrl, companySize, companyRevenue };
  const isEmpty = Object.keys(flexible).length === 0 && Object.values(facts).every((value) => value === undefined);
  return isEmpty ? null : { ...facts, ...(Object.keys(flexible).length > 0 && { crmData: flexible }) };
}
