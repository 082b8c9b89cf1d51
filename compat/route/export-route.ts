import type { z } from 'zod';
import type { LeadExportRequest, ExportedLead } from '../../src/server/lead-export.ts';
import { fieldsOf, type Fields, type None, type Route, type RouteFacts, withDefaults } from './route.ts';
import { strictObject } from './strict-object.ts';

type ExportDefinition<Query extends z.ZodObject> = RouteFacts & {
  readonly method: 'get';
  readonly query: Query;
  readonly reply: z.ZodType<string>;
  readonly media: string;
  readonly request: (fields: Fields<None, Query, None>) => LeadExportRequest;
  /** What comes before the first row. */
  readonly head: string;
  readonly row: (lead: ExportedLead) => string;
};

/** Leads in bulk: written page by page as they are read, at a memory that does not grow with their number. */
export function exportRoute<Query extends z.ZodObject>(definition: ExportDefinition<Query>): Route {
  const { query, request, head, row, ...facts } = definition;
  const none = strictObject({});
  return {
    ...withDefaults(facts),
    params: none,
    query,
    body: none,
    example: undefined,
    document: null,
    rebuild: null,
    resource: null,
    run: async ({ exportLeads }, input) => {
      const asked = request(fieldsOf<None, Query, None>({ query }, input));
      return { stream: parts(head, row, exportLeads(asked)), media: definition.media };
    },
  };
}

async function* parts(
  head: string,
  row: (lead: ExportedLead) => string,
  pages: AsyncIterable<readonly ExportedLead[]>,
): AsyncGenerator<string> {
  let before = head;
  for await (const page of pages) {
    let part = before;
    for (const lead of page) part += row(lead);
    before = '';
    yield part;
  }
  if (before !== '') yield before;
}
