import { parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from '../../schema/index.ts';
import { startPage } from '../../src/server/pages/start-page.ts';
import { greet } from '../../src/server/process/greeting.ts';

const url = 'http://localhost:4000';
const firstWorkspace = { name: 'Mine', widgetId: 'wdg', keys: { graphql: 'tby_', widget: 'cw_live_', vendors: [] } };

it.each([
  ['greeting', greet(url, firstWorkspace)],
  ['start page', startPage(url)],
])('what the %s gives to try, the graph answers', (_, text) => {
  const queries = [...text.matchAll(/\{"query":"([^"]+)"\}/g)].map(([, query = '']) => query);
  expect(queries).toHaveLength(1);
  expect(queries.flatMap((query) => validate(schema, parse(query)))).toEqual([]);
});
