import { afterAll, beforeAll, expect, it } from 'vitest';
import { schema } from '../../schema/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { countStatements, type StatementCounter } from '../support/count-statements.ts';
import { wholeQueries } from '../tenancy/selections.ts';
import { seedEverything, type Seeded } from '../support/seed-everything.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
let seeded: Seeded;
let counter: StatementCounter;

beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  seeded = await seedEverything(app.database, workspace.orgId, 2);
  counter = countStatements(app.database);
});
afterAll(() => app.close());

/** The tables that a query has the ORM read, which names them with their schema as nothing else does. */
async function askedOfTheOrm(document: string): Promise<string[]> {
  const sent = await counter.during(() => workspace.graph.ask(document));
  const tables = sent.flatMap((text) => /from "public"\."(\w+)"/i.exec(text)?.[1] ?? []);
  return [...new Set(tables)].toSorted();
}

/** All else is read by statements of our own. What is here takes the ORM's time. */
const expected = {
  // Its relations, which Pothos reads with it.
  apiKeys: ['alias_usage', 'api_key_usage', 'api_keys', 'businesses', 'conversations', 'members', 'widgets'],
  // Of every tenant, for staff.
  feedbackInbox: ['feedback'],
  // What widgets did not capture is counted by widget, and leads by what they have in common.
  conversations: ['conversations'],
  leads: ['conversations'],
  tasks: ['conversations'],
  widgets: ['conversations'],
  'leads counted': ['leads'],
  // What is gone with its lead is looked for with it.
  'the node of a note': ['notes'],
};

it('is asked only what is listed here', async () => {
  const queries = wholeQueries(schema).map(({ field, document }) => [field, document] as const);
  const one = [
    ['lead', `{ lead(id: "ld_${seeded.leads[0]}") { name stage { key } notes { nodes { body } } } }`],
    ['conversation', `{ conversation(id: "cv_${seeded.conversations[0]}") { status messages { nodes { content } } } }`],
    ['task', `{ task(id: "tsk_${seeded.tasks[0]}") { title } }`],
    ['leads counted', '{ leadCounts(by: STAGE, filter: { tags: ["a"] }) { count } }'],
    ['the node of a note', `{ node(id: "nt_${seeded.leads[0]}") { id } }`],
    ['leads in another order', '{ leads(orderBy: { field: NAME, direction: ASC }) { totalCount nodes { name } } }'],
    ['leads with words', '{ leads(filter: { q: "acme" }) { totalCount nodes { name } } }'],
    [
      'leads that hold more',
      '{ leads(filter: { tagsAny: ["a"], tags: ["b"], statuses: [NEW, SPAM], score: { from: 1 } }) { nodes { id } } }',
    ],
    [
      'conversations in another order',
      '{ conversations(orderBy: { field: WAITING_SINCE, direction: DESC }) { nodes { id } } }',
    ],
  ] as const;
  const found: Record<string, string[]> = {};
  for (const [name, document] of [...queries, ...one]) {
    const tables = await askedOfTheOrm(document);
    if (tables.length > 0) found[name] = tables;
  }
  expect(found).toEqual(expected);
});
