import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Route } from '../../compat/route/route.ts';
import { everyDialect } from './every-dialect.ts';

const routes = everyDialect.flatMap(({ basePath, routes: table }) =>
  table.map((route) => ({ route, path: `${route.method} ${basePath}${route.path}` })),
);

const secret = /"(\w*(?:secret|token|password|api_?key))":/gi;

const secretsOf = ({ reply }: Route) =>
  [...JSON.stringify(z.toJSONSchema(reply, { unrepresentable: 'any' })).matchAll(secret)].map(([, name]) => name);

it('keeps no answer with a secret in it, but for the token that a visitor has shown', () => {
  const telling = routes.filter(({ route }) => secretsOf(route).length > 0);
  expect(telling.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['post /api/chat', 'post /api/openclaw/signup']),
  );
  expect(telling.filter(({ route }) => !route.tellsOnce && !route.visitor).map(({ path }) => path)).toEqual([]);
});
