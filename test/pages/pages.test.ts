import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());

async function visit(path: string) {
  const response = await fetch(app.url + path, { headers: { accept: 'text/html' } });
  const { status, headers } = response;
  return { status, headers, policy: policyOf(headers.get('content-security-policy')), text: await response.text() };
}

const policyOf = (text: string | null): Record<string, string[]> =>
  Object.fromEntries(
    (text ?? '').split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ');
      return [name, sources];
    }),
  );

const linksOf = (text: string) => [...text.matchAll(/(?:src|href)="(\/[^"]*)"/g)].map(([, path = '']) => path);

describe.each([
  ['/', 200],
  ['/pricing', 200],
  ['/graphql', 200],
  ['/api-docs', 200],
  ['/api-docs?dialect=clawcrm', 200],
  ['/nope', 404],
])('the page %s', (path, status) => {
  it('lets nothing run but what stands in it, and stands in no frame', async () => {
    const { status: answered, headers, policy, text } = await visit(path);
    expect([answered, headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    expect(policy).toMatchObject({ 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], 'base-uri': ["'none'"] });
    expect([headers.get('x-content-type-options'), headers.get('x-frame-options')]).toEqual(['nosniff', 'DENY']);
    const inline = [...text.matchAll(/<script>(.*?)<\/script>/gs)].map(
      ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
    );
    expect(policy['script-src']).toEqual(expect.arrayContaining(inline));
    const allowed = policy['script-src']?.filter((source) => !inline.includes(source));
    expect(allowed).toEqual(text.includes('<script src=') ? ["'self'"] : inline.length > 0 ? [] : ["'none'"]);
    // The editor and Swagger write styles of their own as they go.
    expect(policy['style-src']?.includes("'unsafe-inline'")).toBe(/graphiql|swagger/.test(text));
  });

  it('asks for nothing that is not here', async () => {
    const links = linksOf((await visit(path)).text);
    expect(links).toContain('/icon.svg');
    for (const link of links) expect([link, (await fetch(app.url + link)).status]).not.toEqual([link, 404]);
  });
});

describe('what GraphiQL and Swagger are made of', () => {
  it.each(['/graphql', '/api-docs'])('is packed where %s takes it', async (path) => {
    const scripts = linksOf((await visit(path)).text).filter((link) => link.endsWith('.js'));
    expect(scripts).toHaveLength(1);
    const { headers } = await fetch(app.url + scripts[0], { headers: { 'accept-encoding': 'gzip' } });
    expect([headers.get('content-encoding'), headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding']);
    expect(headers.get('cache-control')).toContain('immutable');
    expect(Number(headers.get('content-length'))).toBeLessThan(2_000_000);
  });

  it('is the same unpacked', async () => {
    const style = linksOf((await visit('/graphql')).text).find((link) => link.endsWith('.css')) ?? '';
    const plain = await raw(style, 'identity');
    expect(plain.encoding).toBeNull();
    expect(gunzipSync((await raw(style, 'gzip')).body).equals(plain.body)).toBe(true);
  });
});

/** Without fetch, which unpacks by itself. */
async function raw(path: string, encoding: string) {
  const { body, headers } = await request(app.url + path, { headers: { 'accept-encoding': encoding } });
  return { encoding: headers['content-encoding'] ?? null, body: Buffer.from(await body.arrayBuffer()) };
}

type Viewer = { viewer: { organisation: { id: string; upgradeUrl: string } } };

describe.each(['/llms.txt', '/skills'])('what %s tells a language model', (path) => {
  it('are links of which each leads somewhere', async () => {
    const { status, headers, text } = await visit(path);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    const links = [...text.matchAll(/\]\(http:\/\/tributary\.test(\/[^)]*)\)/g)].map(([, link = '']) => link);
    expect(links).toEqual(expect.arrayContaining(['/skills/clawcrm/SKILL.md', '/openapi/ai93.json']));
    for (const link of links) expect([link, (await fetch(app.url + link)).status]).toEqual([link, 200]);
  });
});

describe('the plans', () => {
  it('say what to do here, with the mutation an operator runs', async () => {
    const { text } = await visit('/pricing');
    expect(text).toContain('setOrganizationTier(organisationId: "org_…", tier: PRO)');
    const workspace = await app.workspace();
    const { viewer } = await workspace.graph.ask<Viewer>('{ viewer { organisation { id upgradeUrl } } }');
    const { id, upgradeUrl } = viewer.organisation;
    expect(upgradeUrl).toBe('http://tributary.test/pricing');
    const [, mutation = ''] = /<pre><code>(.*?)<\/code>/s.exec(text) ?? [];
    expect(await workspace.graph.ask(mutation.replace('org_…', id))).toEqual({
      setOrganizationTier: { organisation: { id, tier: 'PRO' } },
    });
  });

  it('lead to where they are sold', async () => {
    const selling = await startTestApp({ sellerUrl: 'https://seller.example/plans?from="here"' });
    const page = await (await fetch(`${selling.url}/pricing`)).text();
    expect(page).toContain('<a href="https://seller.example/plans?from=&quot;here&quot;">');
    const { graph } = await selling.workspace();
    const { viewer } = await graph.ask<Viewer>('{ viewer { organisation { id upgradeUrl } } }');
    expect(viewer.organisation.upgradeUrl).toBe('https://seller.example/plans?from="here"');
    await selling.close();
  });
});
