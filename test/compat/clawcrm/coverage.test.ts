import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clawcrm } from '../../../compat/clawcrm/dialect.ts';
import type { RestErrorCode } from '../../../compat/http/rest-error.ts';
import type { Route } from '../../../compat/route/route.ts';
import { apiDocument } from '../../support/api-documents.ts';
import { answersOf } from './answers.ts';
import { documentedRoutes, furtherRoutes, keyOf } from './documented-routes.ts';

/** Tests that are made from the route table alone. */
const generated = ['bad-input.test.ts', 'transport.test.ts'];

const routes = [...documentedRoutes, ...furtherRoutes];
const byFile = new Map(
  [...new Set(routes.flatMap(({ tests }) => tests)), ...generated].map((file) => [file, answersOf(file)]),
);
/** Files that are there and were left out of this run. */
const missing = [...byFile].flatMap(([file, answers]) =>
  answers === null && existsSync(new URL(file, import.meta.url)) ? [file] : [],
);

const statusesIn = (files: readonly string[], key: string): number[] =>
  files
    .flatMap((file) => byFile.get(file) ?? [])
    .filter(({ route }) => route === key)
    .map(({ status }) => status);

/** What its document says it can answer, but for what no request brings about. */
const documented = ({ method, path }: Route): number[] => {
  const target = `${clawcrm.basePath}${path.replaceAll(/:\w+/g, 'x')}`;
  const found = apiDocument('clawcrm').find(method, target);
  return Object.keys(found?.responses ?? {})
    .map(Number)
    .filter((status) => status < 500);
};

/** What only the tests of an endpoint can bring about: the rest is the same on every route. */
function ownStatuses(route: Route): number[] {
  const says = (code: RestErrorCode) => route.hints[code] !== undefined || route.refuses.includes(code);
  const own = [route.status, 400, 404, ...(says('FORBIDDEN') ? [403] : []), ...(says('CONFLICT') ? [409] : [])];
  return documented(route).filter((status) => own.includes(status));
}

const table = clawcrm.routes.map((route) => {
  const key = keyOf(route.method, route.path);
  return { route, key, tests: routes.find(({ method, path }) => keyOf(method, path) === key)?.tests ?? [] };
});

// What part of the files was answered says nothing of the whole.
describe.skipIf(missing.length > 0)('a test was answered', () => {
  it.each(table)('by $key in each way of its own, in $tests', ({ route, tests }) => {
    const seen = statusesIn(tests, `${route.method.toUpperCase()} ${route.path}`);
    expect(ownStatuses(route).filter((status) => !seen.includes(status))).toEqual([]);
  });

  it.each(table)('by $key in each way that all routes share', ({ route }) => {
    const seen = statusesIn([...byFile.keys()], `${route.method.toUpperCase()} ${route.path}`);
    expect(documented(route).filter((status) => !seen.includes(status))).toEqual([]);
  });
});

it('every answer of a write that may be lost can be told again, but for what is told once', () => {
  const writes = clawcrm.routes.filter(
    ({ kind, idempotent, tellsOnce }) => kind === 'write' && idempotent && !tellsOnce,
  );
  const lost = writes.filter(({ rebuild }) => rebuild === null).map(({ method, path }) => keyOf(method, path));
  expect(lost).toEqual([]);
});
