import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clawcrm } from '../../../compat/clawcrm/dialect.ts';
import { createMatcher } from '../../../compat/http/match-route.ts';
import { documentedRoutes, furtherRoutes, keyOf } from './documented-routes.ts';
import { type Clawcrm, openClawcrm } from './workspace.ts';

let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm()));
afterAll(() => api.close());

const match = createMatcher(clawcrm);
const known = [...documentedRoutes, ...furtherRoutes].map(({ method, path }) => keyOf(method, path));
const mounted = clawcrm.routes.map(({ method, path }) => keyOf(method, path));

describe('the route table', () => {
  it('holds every route of the document', () => {
    expect(known.filter((route) => !mounted.includes(route))).toEqual([]);
  });

  it('holds nothing that neither the document nor its README names', () => {
    expect(mounted.filter((route) => !known.includes(route))).toEqual([]);
    expect(new Set(mounted).size).toBe(mounted.length);
  });
});

describe('a file of tests', () => {
  it('is there for every route', () => {
    const files = new Set([...documentedRoutes, ...furtherRoutes].flatMap(({ tests }) => tests));
    expect([...files].filter((file) => !existsSync(new URL(file, import.meta.url)))).toEqual([]);
  });
});

describe('the product', () => {
  it.each(documentedRoutes)('serves $method $path', async ({ method, path }) => {
    const target = path.replaceAll(/\{\w+\}|:\w+/g, 'x');
    const { status, json } = await api.call(method, target);
    expect([405, 501]).not.toContain(status);
    expect(json.error?.code).not.toBe('unknown_route');
    // `/leads/stalled` is not a lead of that id.
    const route = match(`${clawcrm.basePath}${target.split('?')[0]}`)?.byMethod.get(method.toLowerCase())?.route;
    expect(keyOf(method, route?.path ?? '')).toBe(keyOf(method, path));
  });
});
