import type { Notices } from './envelope.ts';

const base = '/api/openclaw';

const afterFailure = (leadId: string): string[] => [
  `PATCH ${base}/leads/${leadId} with what the error asks for`,
  `POST ${base}/enrich { leadId: '${leadId}' }`,
];

type Enriched = {
  readonly status: 'COMPLETE' | 'FAILED';
  readonly cached: boolean;
  readonly derivedFrom: string | null;
  readonly error: string | null;
};

export function enrichedNotices(leadId: string, { status, cached, derivedFrom, error }: Enriched): Notices {
  if (status === 'FAILED') {
    return { warnings: [`Enrichment failed: ${error ?? 'nothing was found.'}`], nextSteps: afterFailure(leadId) };
  }
  if (cached) {
    return {
      warnings: ['The lead is enriched already: nothing was looked for.'],
      nextSteps: [`POST ${base}/enrich { leadId: '${leadId}', force: true } enriches it anew`],
    };
  }
  const known = `What was found is derived from ${derivedFrom ?? 'the lead’s own fields'}; nobody else was asked.`;
  return { warnings: derivedFrom === null ? [] : [known] };
}

type Result = { readonly leadId: string; readonly status: 'complete' | 'failed'; readonly error?: string | undefined };

export function bulkNotices(results: readonly Result[]): Notices {
  const failed = results.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return {};
  return {
    warnings: [`${failed.length} of ${results.length} failed: see results[].error.`],
    nextSteps: [
      `PATCH ${base}/leads/{leadId} with what its error asks for`,
      `POST ${base}/enrich/bulk { leadIds: [${failed.map(({ leadId }) => `'${leadId}'`).join(', ')}] }`,
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
