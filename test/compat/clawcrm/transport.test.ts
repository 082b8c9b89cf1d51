import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workspaceScopes } from '../../../src/access/scopes.ts';
import { defaultRateLimitPolicy } from '../../../src/access/rate-limit.ts';
import { clawcrm } from '../../../compat/clawcrm/dialect.ts';
import { createMatcher } from '../../../compat/http/match-route.ts';
import type { Route } from '../../../compat/route/route.ts';
import { soundRequests } from './malformed/sound-requests.ts';
import { type Clawcrm, errorWith, openClawcrm } from './workspace.ts';

const one = { read: 1, write: 1 };
const policy = {
  keys: { ...defaultRateLimitPolicy.keys, CLAWCRM: one },
  addresses: { ...defaultRateLimitPolicy.addresses, signup: 1 },
};

let api: Clawcrm;
let spent: Clawcrm;
beforeAll(async () => {
  [api, spent] = [await openClawcrm(), await openClawcrm({ limited: policy })];
  await spent.get('/health');
  await spent.post('/setup', {});
  await spent.call('POST', '/signup', {}, null);
});
afterAll(async () => {
  await api.close();
  await spent.close();
});

const match = createMatcher(clawcrm);
const pathOf = ({ path }: Route) => path.replaceAll(/:\w+/g, 'x');
const methodOf = ({ method }: Route) => method.toUpperCase();

const keyed = clawcrm.routes.filter(({ access }) => access === 'key');
const scoped = keyed.filter(({ scope }) => scope !== null);
const reads = clawcrm.routes.filter(({ method }) => method === 'get');
const writes = clawcrm.routes.filter(({ method }) => method !== 'get');
const repeatable = keyed.filter(({ idempotent, tellsOnce }) => idempotent && !tellsOnce);
const told = keyed.filter(({ idempotent, tellsOnce }) => idempotent && tellsOnce);
const limited = clawcrm.routes.filter(({ access, kind }) => access === 'key' || kind === 'write');

/** Sends a request that the route answers, with more in its body where that is asked for. */
async function soundly(route: Route) {
  const { params = {}, query = {}, body } = (await soundRequests[`${route.method} ${route.path}`]?.(api)) ?? {};
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? '');
  const search = new URLSearchParams(query).toString();
  const credential = route.access === 'key' ? api.key : null;
  return (headers: Record<string, string> = {}, more: object = {}) =>
    api.call(
      methodOf(route),
      search === '' ? path : `${path}?${search}`,
      body && JSON.stringify({ ...body, ...more }),
      credential,
      headers,
    );
}

describe('304', () => {
  it.each(reads)('GET $path', async (route) => {
    const send = await soundly(route);
    // Figures say until when they count, so that no two are the same.
    const etag = route.path === '/analytics' ? '*' : ((await send()).headers.get('etag') ?? '');
    expect(await send({ 'if-none-match': etag })).toMatchObject({ status: 304, text: '' });
  });
});

describe('401', () => {
  it.each(keyed)('$method $path', async (route) => {
    for (const key of [null, `rcm_live_${'A'.repeat(43)}`, api.keys.quincer]) {
      const { status, headers, json } = await api.call(methodOf(route), pathOf(route), undefined, key);
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
      expect(json).toMatchObject({ ...errorWith('unauthenticated'), next_steps: [] });
    }
  });
});

describe('403', () => {
  it.each(scoped)('$method $path', async (route) => {
    const key = await api.keyOf(workspaceScopes.filter((scope) => scope !== route.scope));
    const body = route.method === 'get' ? undefined : '{broken';
    const { status, json } = await api.call(methodOf(route), pathOf(route), body, key);
    expect([status, json]).toMatchObject([403, errorWith('missing_scope', expect.stringContaining(`${route.scope}`))]);
  });
});

describe('405', () => {
  it.each(clawcrm.routes)('beside $method $path', async (route) => {
    const found = match(clawcrm.basePath + pathOf(route));
    const other = ['post', 'put', 'patch', 'delete'].filter((method) => !found?.byMethod.has(method));
    for (const method of other) {
      const { status, headers, json } = await api.call(method.toUpperCase(), pathOf(route));
      expect([status, headers.get('allow'), json]).toMatchObject([
        405,
        found?.allow.join(', '),
        errorWith('method_not_allowed'),
      ]);
    }
    expect(found?.allow).toContain(methodOf(route));
  });
});

describe('409', () => {
  it.each(told)('$method $path, whose answer is told once, with an Idempotency-Key that was used', async (route) => {
    const send = await soundly(route);
    const headers = { 'idempotency-key': `${route.method}${route.path}` };
    const first = await send(headers);
    const again = await send(headers);
    const message: unknown = expect.stringContaining('its answer is not there to be repeated');
    expect([first.status, again.status, again.json.error.message]).toEqual([201, 409, message]);
  });

  it.each(repeatable)('$method $path, with an Idempotency-Key that was used', async (route) => {
    const send = await soundly(route);
    const headers = { 'idempotency-key': `${route.method}${route.path}` };
    const first = await send(headers);
    const again = await send(headers);
    expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([first.text, 'true']);
    const other = await send(headers, { more: 1 });
    expect([other.status, other.json.error.hint]).toEqual([
      409,
      expect.stringContaining('Use another Idempotency-Key'),
    ]);
  });
});

describe('413 and 415', () => {
  it.each(writes)('$method $path', async (route) => {
    const send = async (body: string, headers = {}) => api.call(methodOf(route), pathOf(route), body, api.key, headers);
    expect((await send(`{"a":"${'x'.repeat(1024 * 1024)}"}`)).json).toMatchObject(errorWith('too_large'));
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await send('a=b', form)).json).toMatchObject(errorWith('unsupported_media_type'));
  });
});

describe('429', () => {
  it.each(limited)('$method $path', async (route) => {
    const { status, headers, json } = await spent.call(methodOf(route), pathOf(route));
    expect([status, json]).toMatchObject([429, errorWith('rate_limited')]);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(json.error.hint).toContain('Retry-After');
  });
});
