import { isObjectType } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { allScopes } from '../../src/access/scopes.ts';
import { schema } from '../../schema/index.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { createChance } from '../support/chance.ts';
import { seedEverything } from '../support/seed-everything.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { createRandomDocuments, type Ids, type RandomDocument } from './random-documents.ts';

let app: TestApp;
let workspace: TestWorkspace;
let ids: Ids;
const keys = new Map<string, string>();

beforeAll(async () => {
  app = await startTestApp({ clock: createTestClock() });
  workspace = await app.workspace();
  const seeded = await seedEverything(app.database, workspace.orgId, 3);
  const [business, ...businesses] = await app.database.prisma.business.findMany({ where: { orgId: workspace.orgId } });
  ids = {
    Lead: seeded.leads.map((id) => `ld_${id}`),
    Conversation: seeded.conversations.map((id) => `cv_${id}`),
    Task: seeded.tasks.map((id) => `tsk_${id}`),
    Campaign: seeded.campaigns.map((id) => `cmp_${id}`),
    Business: [business, ...businesses].map((row) => `biz_${row?.id}`),
  };
  keys.set('of every scope', workspace.keys.graphql);
  keys.set('that reads leads', (await workspace.graphAs(['leads:read'])).key);
  const reading = allScopes.filter((scope) => scope.endsWith(':read'));
  keys.set('locked to a business', (await workspace.graphAs(reading, `biz_${business?.id}`)).key);
});
afterAll(() => app.close());

type Answer = { data?: unknown; errors?: { message: string; path?: unknown; extensions?: { requestId?: string } }[] };

/** Errors stand in no order, and each that was not foreseen is told of by its own request. */
async function ask(key: string, query: string): Promise<Answer> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const answer = (await response.json()) as Answer;
  const textOf = (error: object) => JSON.stringify(error);
  return answer.errors
    ? { ...answer, errors: answer.errors.toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1)) }
    : answer;
}

/** A directive depends on variables, so graphql-js executes what has one. Each field stands in the same place. */
const asGraphqlJs = ({ selection, fragments }: RandomDocument) =>
  `query { ... @include(if: true) { ${selection} } } ${fragments}`;
const asPlanned = ({ selection, fragments }: RandomDocument) =>
  `query { ...                    { ${selection} } } ${fragments}`;

const counted = { sound: 0, failed: 0, partly: 0 };
it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('whatever is asked is answered as graphql-js answers it: %i', async (seed) => {
  const chance = createChance(seed);
  const documentOf = createRandomDocuments(schema, chance, ids);
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  for (let tries = 0; tries < 40; tries += 1) {
    const document = documentOf(fields);
    for (const [name, key] of keys) {
      const [expected, answered] = [await ask(key, asGraphqlJs(document)), await ask(key, asPlanned(document))];
      // Of several root fields that fail it is left to chance which is told of.
      const isLeft = document.roots > 1 && answered.data === null && (answered.errors?.length ?? 0) > 0;
      const told = isLeft ? { ...expected, errors: answered.errors } : expected;
      expect({ name, document, ...answered }).toEqual({ name, document, ...told });
      expect(JSON.stringify(answered.data)).toBe(JSON.stringify(expected.data));
      if (!answered.errors) counted.sound += 1;
      else if (answered.data) counted.partly += 1;
      else counted.failed += 1;
    }
  }
});

it('has answered whole, in part and not at all', () => {
  for (const count of Object.values(counted)) expect(count, JSON.stringify(counted)).toBeGreaterThan(10);
});

it('no type is told by what graphql-js alone asks of it', () => {
  const asked = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && type.isTypeOf);
  expect(asked).toEqual([]);
});
