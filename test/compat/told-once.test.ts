import { expect, it } from 'vitest';
import { z } from 'zod';
import { ai93 } from '../../compat/ai93/dialect.ts';
import { chat } from '../../compat/quincer/chat/dialect.ts';
import { clawcrm } from '../../compat/clawcrm/dialect.ts';
import { quincer } from '../../compat/quincer/dialect.ts';
import type { Route } from '../../compat/route/route.ts';

const routes = [quincer, ai93, clawcrm, chat].flatMap(({ basePath, routes: table }) =>
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
