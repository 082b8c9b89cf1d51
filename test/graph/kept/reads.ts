import { everyDialect } from '../../compat/every-dialect.ts';
import { schema } from '../../../schema/index.ts';
import type { RestDialect } from '../../../compat/dialect.ts';
import type { Route } from '../../../compat/route/route.ts';
import { createKeepable } from '../../../src/server/graphql/keepable.ts';
import { findRowId } from '../../../schema/builder/global-id.ts';
import type { TestWorkspace } from '../../support/workspace.ts';
import type { Ids } from '../root-fields.ts';
import { keptDocuments, type Named } from './kept-documents.ts';
import { type Sent, sendTo } from './two-nodes.ts';

/** A request that is answered from what was kept while nothing changed. */
export type Read = { readonly name: string; readonly key: string; readonly path: string; readonly body?: object };

type Keys = TestWorkspace['keys'];

const isKeepable = createKeepable(schema);

/** Routes whose documents show only what is kept. */
export const keptRoutes = everyDialect.flatMap((dialect) =>
  dialect.routes
    .filter((route) => route.method === 'get' && route.access === 'key' && route.visitorOf === null)
    .filter(({ document }) => document !== null && isKeepable(document))
    .map((route) => ({ dialect, route })),
);

const keyOf: Readonly<Record<string, (keys: Keys) => string>> = {
  quincer: ({ quincer }) => quincer,
  ai93: ({ ai93 }) => ai93,
  clawcrm: ({ clawcrm }) => clawcrm,
};

/** The id of a row as each vendor shows it. */
const shown: Readonly<Record<string, (type: 'Lead' | 'Conversation' | 'Task', id: string) => string>> = {
  quincer: (type, id) => findRowId(type, id) ?? '',
  ai93: (_, id) => id,
  clawcrm: (_, id) => id.replace(/^ld_/, 'rp_'),
};

function pathOf({ name, basePath }: RestDialect, { path, query }: Route, ids: Named): string {
  const show = shown[name] ?? ((_, id: string) => id);
  const row = path.startsWith('/conversations')
    ? show('Conversation', ids.conversationId)
    : path.startsWith('/tasks')
      ? show('Task', ids.taskId)
      : show('Lead', ids.leadId);
  const search = 'leadId' in query.shape ? `?leadId=${show('Lead', ids.leadId)}` : '';
  return basePath + path.replace(':id', row) + search;
}

/** Each field of Query and each REST route that is kept, asked once. */
export function keptReads(keys: Keys, ids: Named, depth = 0): Read[] {
  const graph = keptDocuments(ids, depth).map(({ field, document }) => ({
    name: `Query.${field}`,
    key: keys.graphql,
    path: '/graphql',
    body: { query: document },
  }));
  const rest = keptRoutes.map(({ dialect, route }) => ({
    name: `${dialect.title} ${route.path}`,
    key: keyOf[dialect.name]?.(keys) ?? '',
    path: pathOf(dialect, route, ids),
  }));
  return [...graph, ...rest];
}

/** What a node answers to all of them, by their names. */
export async function readAll(url: string, reads: readonly Read[]): Promise<Record<string, Sent>> {
  const answers = await Promise.all(
    reads.map(async ({ name, key, path, body }) => [name, await sendTo(url, key, path, body)] as const),
  );
  return Object.fromEntries(answers);
}

/** Rows of each kind that a read may name, and the first event of the log. */
export async function namedOf({ graph }: TestWorkspace, { campaign, conversation, lead, task }: Ids): Promise<Named> {
  const { events } = await graph.ask<{ events: { nodes: { id: string }[] } }>('{ events(first: 1) { nodes { id } } }');
  const eventId = events.nodes[0]?.id;
  if (eventId === undefined) throw new Error('Nothing has happened in this workspace.');
  return { campaignId: campaign, conversationId: conversation, eventId, leadId: lead, taskId: task };
}
