import { pagedRoute } from '../../route/paged-route.ts';
import { route, type Route } from '../../route/route.ts';
import { ScraperRunsDocument, SourcesDocument } from '../generated/operations.ts';
import { WireRunList, WireSourceList } from '../wire.ts';
import { WireRunQuery } from '../wire-queries.ts';
import { graphWord, lowerWord } from '../../route/words.ts';

/** Section "Endpoints": where leads come from, and how the scrapers do. */
export const sourceRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/sources',
    kind: 'read',
    scope: 'sources:read',
    summary: 'List supported lead sources',
    description: 'Each with the kinds of lead it brings and what its leads may hold in `context`.',
    reply: WireSourceList,
    operation: SourcesDocument,
    variables: () => ({}),
    present: (data) => WireSourceList.parse(data),
  }),
  pagedRoute({
    method: 'get',
    path: '/scrapers/runs',
    kind: 'read',
    scope: 'sources:read',
    summary: 'Recent scraper runs',
    description: 'The latest reported first.',
    query: WireRunQuery,
    reply: WireRunList,
    operation: ScraperRunsDocument,
    variables: ({ query }, page) => ({
      ...page,
      source: query.source,
      status: graphWord(query.status),
      since: query.since,
    }),
    paging: ({ query }) => query,
    connection: ({ scraperRuns }) => scraperRuns,
    present: (runs) => ({ runs: runs.map((run) => ({ ...run, status: lowerWord(run.status) })), count: runs.length }),
  }),
];
