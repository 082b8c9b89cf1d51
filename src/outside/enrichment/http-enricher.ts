import { monotonicFactory } from 'ulid';
import { sharedNow } from '../../clock.ts';
import type { Enricher, Enrichment, EnrichmentSubject } from '../../domain/leads/enrichment/enricher.ts';
import { toGlobalId } from '../../ids.ts';
import { limits } from '../../limits.ts';
import { standardSignature } from '../../vendors/signing.ts';
import { createProvider, type Provider, type Surroundings } from '../provider/provider.ts';
import { NotAskedError, ProviderError } from '../provider/provider-error.ts';
import { readJson } from '../provider/read-json.ts';
import { answer, toFindings } from './answer.ts';
import { giveBackEnrichment, reserveEnrichment } from './enrichment-budget.ts';

export type EnrichOptions = {
  readonly url: string;
  /** `whsec_` and base64, as Standard Webhooks has it. */
  readonly secret: string;
};

const source = 'what the provider of enrichment answered';
const nothingFound = 'The provider of enrichment found nothing about the lead.';
const notNow = 'The provider of enrichment is asked for nothing at the moment. Try again later.';

const usedUp = (perDay: number): string =>
  `The ${perDay} enrichments that the workspace has a day are used up. Try again after midnight UTC, or ask the operator for more (setOutsideCapabilities with enrichmentsPerDay).`;

/** What tells who somebody is, under the names of the graph: no notes, no budget and no words of a chat leave. */
const toBody = ({ id, ...lead }: EnrichmentSubject) => {
  const { firstName, lastName, email, phone, company, companyName, businessType } = lead;
  const { jobTitle, seniority, linkedinUrl, companySize, companyRevenue, crmData } = lead;
  const person = { firstName, lastName, email, phone, jobTitle, seniority, linkedinUrl };
  const organisation = { company, companyName, businessType, companySize, companyRevenue };
  return { lead: { id: toGlobalId('Lead', id), ...person, ...organisation, crmData } };
};

/** Why nothing was found, for who may do something about it. */
function toFailure(error: unknown): Enrichment {
  if (error instanceof NotAskedError) return { status: 'FAILED', reason: notNow, mayPass: true };
  if (!(error instanceof ProviderError)) throw error;
  return { status: 'FAILED', reason: error.message, mayPass: error.isPassing };
}

/** Asks whoever stands at an address; where the workspace may not have that asked, what `builtIn` derives is all that is known. */
export function createHttpEnricher(
  surroundings: Surroundings,
  { url, secret }: EnrichOptions,
  builtIn: Enricher,
): { readonly enricher: Enricher; readonly provider: Provider } {
  const { pool, clock, log } = surroundings;
  const nextId = monotonicFactory();
  const provider = createProvider(surroundings, {
    capability: 'ENRICHMENT',
    baseUrl: url,
    headers: {},
    keyVariable: 'ENRICH_SECRET',
    timeoutMs: limits.enrichMs,
    checkPath: '',
  });
  const read = readJson(answer, limits.enrichmentBytes);

  return {
    provider,
    enricher: {
      async enrich(lead, call) {
        const { orgId } = call.onBehalf;
        const { isGranted, perDay, day } = await reserveEnrichment(pool, orgId, sharedNow(clock));
        if (!isGranted) return builtIn.enrich(lead, call);
        if (day === null) return { status: 'FAILED', reason: usedUp(perDay), mayPass: false };
        const eventId = `msg_${nextId(clock.now().getTime())}`;
        try {
          return await provider.ask<Enrichment>({
            ...call,
            path: '',
            body: toBody(lead),
            sign: (body) => standardSignature({ eventId, body, at: clock.now(), secrets: [secret] }),
            async read(chunks) {
              const answered = await read(chunks);
              const findings = toFindings(answered);
              const receivedChars = JSON.stringify(answered).length;
              const isFound = answered.status === 'complete' || (answered.status === undefined && findings !== null);
              return isFound
                ? { value: { status: 'COMPLETE', findings: findings ?? {}, source }, receivedChars }
                : { value: { status: 'FAILED', reason: nothingFound }, receivedChars };
            },
          });
        } catch (error) {
          // What was not answered costs nothing.
          await giveBackEnrichment(pool, orgId, day).catch((reason: unknown) =>
            log.warn({ err: reason, orgId }, 'An enrichment that failed was counted all the same.'),
          );
          if (error instanceof NotAskedError && error.why === 'NOT_GRANTED') return builtIn.enrich(lead, call);
          return toFailure(error);
        }
      },
    },
  };
}
