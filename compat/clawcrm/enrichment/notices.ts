import { base } from '../base.ts';
import type { Notices } from '../envelope.ts';

const afterFailure = (leadId: string): string[] => [
  `PATCH ${base}/leads/${leadId} with what the error asks for`,
  `POST ${base}/enrich { leadId: '${leadId}' }`,
];

type Enriched = {
  readonly status: 'COMPLETE' | 'FAILED';
  readonly cached: boolean;
  readonly enrichedFields: readonly string[];
  readonly derivedFrom: string | null;
  readonly error: string | null;
};

export function enrichedNotices(
  leadId: string,
  { status, cached, enrichedFields, derivedFrom, error }: Enriched,
): Notices {
  if (status === 'FAILED') {
    return { warnings: [`Enrichment failed: ${error ?? 'nothing was found.'}`], nextSteps: afterFailure(leadId) };
  }
  if (cached) {
    return {
      warnings: ['The lead is enriched already: nothing was looked for.'],
      nextSteps: [`POST ${base}/enrich { leadId: '${leadId}', force: true } enriches it anew`],
    };
  }
  if (derivedFrom === null) return {};
  const found = enrichedFields.length > 0 ? 'What was found is derived from' : 'Nothing new was found in';
  return { warnings: [`${found} ${derivedFrom}; nobody else was asked.`] };
}

type Result = { readonly leadId: string; readonly status: 'complete' | 'failed' };

/** @param unknown the ids that name no lead, which no second try helps */
export function bulkNotices(results: readonly Result[], unknown: ReadonlySet<string>): Notices {
  const failed = results.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return {};
  const again = failed.flatMap(({ leadId }) => (unknown.has(leadId) ? [] : [`'${leadId}'`]));
  return {
    warnings: [`${failed.length} of ${results.length} failed: see results[].error.`],
    nextSteps: [
      ...(again.length === 0 ? [] : [`PATCH ${base}/leads/{leadId} with what its error asks for`]),
      ...(again.length === 0 ? [] : [`POST ${base}/enrich/bulk { leadIds: [${again.join(', ')}] }`]),
      ...(unknown.size === 0 ? [] : [`GET ${base}/leads shows the ids there are`]),
    ],
  };
}

type State = {
  readonly leadId: string;
  readonly status: 'complete' | 'failed' | 'not_enriched';
  readonly error: string | null;
};

export function stateNotices({ leadId, status, error }: State): Notices {
  if (status === 'complete') return {};
  if (status === 'failed') {
    return {
      warnings: [`The last enrichment failed: ${error ?? 'nothing was found.'}`],
      nextSteps: afterFailure(leadId),
    };
  }
  return {
    warnings: ['The lead was never enriched, and nothing is queued: call it explicitly.'],
    nextSteps: [`POST ${base}/enrich { leadId: '${leadId}' }`],
  };
}
