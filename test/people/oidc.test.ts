import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRunAcross } from '../../src/db/run/run.ts';
import { signInByAddress } from '../../src/domain/sessions/sign-in-by-address.ts';
import { peopleOfAddress } from '../../src/domain/sessions/find-people.sql.ts';
import { bareId } from '../../src/ids.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { pageHeaders, send, signIn } from './browser.ts';
import { openJourney } from './journey.ts';
import { openSignInProvider, type SignInProvider } from './sign-in-provider.ts';
import { invite, removeMember } from './team.ts';

const publicUrl = 'http://tributary.test';
const callback = `${publicUrl}/console/oidc/callback`;
const clock = createTestClock();
const minuteMs = 60_000;
let provider: SignInProvider;
let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  provider = await openSignInProvider(callback);
  app = await startTestApp({ clock, publicUrl, oidc: provider });
});
afterAll(async () => {
  await app.close();
  await provider[Symbol.asyncDispose]();
});
beforeEach(async () => void (workspace = await app.workspace()));

const openBrowser = (served: TestApp = app) => openJourney(publicUrl, served);

/** Comes as whom the provider vouches for. */
async function come(account: SignInProvider['account'], path = '/console/oidc') {
  provider.account = account;
  const browser = openBrowser();
  const journey = await browser.visit(`${publicUrl}${path}`);
  return { ...journey, browser, session: browser.session() };
}

async function viewerOf(session: string | undefined) {
  const headers = { ...pageHeaders(publicUrl, `tributary-session=${session}`), host: 'tributary.test' };
  const query = JSON.stringify({ query: '{ viewer { member { id role joinedAt } organisation { slug } } }' });
  const { body } = await send(`${app.url}/graphql`, 'POST', headers, query);
  return (JSON.parse(body) as { data?: { viewer: { organisation: { slug: string } } } }).data?.viewer;
}

const verified = (email: string) => ({ email, email_verified: true });

describe('a person whose address the provider vouches for', () => {
  it('comes in by an open invitation, which is used up', async () => {
    const { memberId, email, token } = await invite(workspace.graph, 'AGENT');
    const { url, session, headers } = await come(verified(email.toUpperCase()));
    expect(url).toBe(`${publicUrl}/console`);
    expect(headers['set-cookie']).toEqual([
      'tributary-oidc=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax',
      expect.stringMatching(/^tributary-session=tbs_\w{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/),
    ]);
    expect(await viewerOf(session)).toMatchObject({
      member: { id: memberId, role: 'AGENT', joinedAt: clock.now().toISOString() },
    });
    expect((await signIn(app, { token })).status).toBe(401);
    expect((await come(verified(email))).session).toMatch(/^tbs_/);
  });

  it('is sent there with PKCE, a state and a nonce, each of its own', async () => {
    const { email } = await invite(workspace.graph, 'AGENT');
    const sent = await Promise.all([come(verified(email)), come(verified(email))]);
    const [one, other] = sent.map(({ visited }) => new URL(visited[1] ?? '').searchParams);
    expect(Object.fromEntries(one ?? [])).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid email profile',
      redirect_uri: callback,
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one?.get(name)).toMatch(/^[\w-]{43}$/);
      expect(one?.get(name)).not.toBe(other?.get(name));
    }
  });

  it('ends the session that it signs in over, whose cookie does not come along from there', async () => {
    const { email } = await invite(workspace.graph, 'AGENT');
    const { browser, session } = await come(verified(email));
    const { url } = await browser.visit(`${publicUrl}/console/oidc`);
    expect(url).toBe(`${publicUrl}/console`);
    expect([await viewerOf(session), await viewerOf(browser.session())]).toEqual([undefined, expect.anything()]);
  });

  it('chooses where several workspaces have it, or names one', async () => {
    const other = await app.workspace('Else & where');
    const { email } = await invite(workspace.graph, 'AGENT');
    await invite(other.graph, 'VIEWER', email);
    const { status, body, session } = await come(verified(email));
    expect([status, session]).toEqual([200, undefined]);
    expect(body).toContain('Else &amp; where');
    const slugs = [...body.matchAll(/href="(\/console\/oidc\?workspace=([\w-]+))"/g)];
    expect(slugs).toHaveLength(2);
    for (const [, path = '', slug] of slugs)
      expect(await viewerOf((await come(verified(email), path)).session)).toMatchObject({ organisation: { slug } });
  });
});

describe('whoever else invites the address', () => {
  it('is no place to choose once that invitation is over', async () => {
    const [stranger, careless] = [await app.workspace(), await app.workspace()];
    const { email } = await invite(workspace.graph, 'AGENT');
    await come(verified(email));
    const { memberId: id } = await invite(stranger.graph, 'VIEWER', email);
    const revoke = 'mutation ($id: ID!) { revokeInvitation(memberId: $id) { member { id } } }';
    await stranger.graph.ask(revoke, { id });
    await invite(careless.graph, 'VIEWER', email);
    clock.advance(8 * 24 * 60 * minuteMs);
    expect(await viewerOf((await come(verified(email))).session)).toMatchObject({ member: { role: 'AGENT' } });
  });

  it('comes behind where the person has signed in, and locks nobody out, however many they are', async () => {
    const { email } = await invite(workspace.graph, 'AGENT');
    await come(verified(email));
    await app.database.pool.query(
      `with org as (insert into organisations (id, slug, name, tier, event_at, created_at)
         select 'o' || i || $1::text, 'o' || i || $1::text, 'Stranger', 'FREE', now(), '2001-01-01' from generate_series(1, 60) i returning id),
       who as (insert into members (org_id, id, type, name, email, role, created_at)
         select id, id, 'HUMAN', 'X', $2, 'AGENT', now() from org returning org_id, id)
       insert into invitations (org_id, id, member_id, hash, expires_at, created_at)
         select org_id, id, id, id::bytea, '2100-01-01', now() from who`,
      [workspace.orgId.slice(-8), email],
    );
    const sought = { email, issuer: provider.issuer, subject: email, now: clock.now() };
    const find = (slug: string | null) =>
      createRunAcross(app.database.pool)(peopleOfAddress, { ...sought, workspace: slug });
    const [first] = await find(null);
    expect(first?.orgId).toBe(workspace.orgId);
    const last = `o60${workspace.orgId.slice(-8)}`;
    expect(await find(last)).toMatchObject([{ slug: last }]);
  });
});

describe('the account that a person came with first', () => {
  const first = (email: string) => ({ ...verified(email), sub: 'an account' });
  const second = (email: string) => ({ ...verified(email), sub: 'another account' });

  it('stays theirs: another one of the same address is refused, and told what to do', async () => {
    const { email } = await invite(workspace.graph, 'AGENT');
    expect((await come(first(email))).session).toMatch(/^tbs_/);
    const { status, body, session } = await come(second(email));
    expect([status, session]).toEqual([403, undefined]);
    expect(body).toContain('with another account of the sign-in provider. Ask an owner or admin to invite you again');
    expect((await come(first(email))).session).toMatch(/^tbs_/);
  });

  it('gives way to another one once the person is invited again', async () => {
    const { email } = await invite(workspace.graph, 'AGENT');
    await come(first(email));
    await invite(workspace.graph, 'AGENT', email);
    expect((await come(second(email))).session).toMatch(/^tbs_/);
    expect((await come(first(email))).status).toBe(403);
  });

  it('is bound once, with an audit row, where two come at the same time', async () => {
    const { email, memberId } = await invite(workspace.graph, 'AGENT');
    const services = { ...app.app.services, runAcross: createRunAcross(app.database.pool) };
    const came = await Promise.allSettled(
      ['one', 'other'].map((subject) =>
        signInByAddress(services, {
          address: email,
          account: { issuer: provider.issuer, subject },
          workspace: null,
          requestId: subject,
        }),
      ),
    );
    expect(came.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const audited = { orgId: workspace.orgId, action: 'member.account_bound', subjectId: bareId(memberId) };
    expect(await app.database.prisma.auditEntry.count({ where: audited })).toBe(1);
  });

  it('is told apart in each workspace: who is refused in one is not shown it', async () => {
    const other = await app.workspace('Elsewhere');
    const { email } = await invite(workspace.graph, 'AGENT');
    await come(first(email));
    await invite(other.graph, 'VIEWER', email);
    const { session } = await come(second(email));
    expect(await viewerOf(session)).toMatchObject({ member: { role: 'VIEWER' } });
  });
});

describe('nobody comes in', () => {
  const refused = async (account: SignInProvider['account']) => {
    const { status, session } = await come(account);
    return [status, session];
  };

  it('whose address is not verified, or not told', async () => {
    const { email } = await invite(workspace.graph, 'AGENT');
    for (const account of [{ email, email_verified: false }, { email }, {}])
      expect(await refused(account)).toEqual([403, undefined]);
  });

  it('who is on no team, has no role, or was removed', async () => {
    const gone = await invite(workspace.graph, 'AGENT');
    await come(verified(gone.email));
    await workspace.graph.ask(removeMember, { id: gone.memberId });
    await workspace.graph.ask(
      'mutation { createMember(input: { name: "Kim", email: "kim.without@example.com" }) { member { id } } }',
    );
    for (const email of ['stranger@example.com', 'kim.without@example.com', gone.email])
      expect(await refused(verified(email))).toEqual([403, undefined]);
  });

  it('whose invitation was revoked or has expired, before a first time', async () => {
    const [revoked, late] = [await invite(workspace.graph, 'AGENT'), await invite(workspace.graph, 'AGENT')];
    await workspace.graph.ask('mutation ($id: ID!) { revokeInvitation(memberId: $id) { member { id } } }', {
      id: revoked.memberId,
    });
    expect(await refused(verified(revoked.email))).toEqual([403, undefined]);
    clock.advance(7 * 24 * 60 * minuteMs);
    expect(await refused(verified(late.email))).toEqual([403, undefined]);
  });
});

describe('coming back', () => {
  const codeOf = (visited: readonly string[]) => visited.find((each) => each.startsWith(`${callback}?`)) ?? '';

  it('counts once, and in the browser that went', async () => {
    const { email } = await invite(workspace.graph, 'AGENT');
    const { visited, browser } = await come(verified(email));
    expect((await browser.visit(codeOf(visited))).status).toBe(403);
    expect((await openBrowser().visit(codeOf(visited))).status).toBe(403);
  });

  it('with the state of another attempt is refused', async () => {
    const { email } = await invite(workspace.graph, 'AGENT');
    provider.account = verified(email);
    const [mine, theirs] = [await begin(), await begin()];
    mine.browser.keep('tributary-oidc', theirs.browser.cookie('tributary-oidc'));
    expect((await mine.browser.visit(mine.sentTo)).status).toBe(403);
  });

  it('with a cookie that was made elsewhere is refused', async () => {
    const { browser, sentTo } = await begin();
    browser.keep('tributary-oidc', Buffer.from('{"state":"x"}').toString('base64url'));
    expect((await browser.visit(sentTo)).status).toBe(403);
  });

  it('after ten minutes is refused', async () => {
    const { email } = await invite(workspace.graph, 'AGENT');
    provider.account = verified(email);
    const { browser, sentTo } = await begin();
    clock.advance(10 * minuteMs);
    expect((await browser.visit(sentTo)).status).toBe(403);
  });

  it('having refused there is told so', async () => {
    const { browser } = await begin();
    const { status } = await browser.visit(`${callback}?error=access_denied&state=x`);
    expect([status, browser.session()]).toEqual([403, undefined]);
  });

  /** A browser that was sent to the provider, and where. */
  async function begin() {
    const browser = openBrowser();
    const answered = await send(`${app.url}/console/oidc`, 'GET', { host: 'tributary.test' });
    const kept = /^tributary-oidc=([^;]+); Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/.exec(
      answered.headers['set-cookie']?.[0] ?? '',
    );
    browser.keep('tributary-oidc', kept?.[1] ?? '');
    return { browser, sentTo: answered.headers.location ?? '' };
  }
});

it('a provider that tells the address only when it is asked is asked', async () => {
  await using conforming = await openSignInProvider(callback, { conformIdTokenClaims: true });
  const own = await startTestApp({ database: app.database, clock, publicUrl, oidc: conforming });
  const { email } = await invite(workspace.graph, 'AGENT');
  conforming.account = verified(email);
  const browser = openBrowser(own);
  await browser.visit(`${publicUrl}/console/oidc`);
  expect(browser.session()).toMatch(/^tbs_/);
  await own.app.close();
});

it('what went wrong with the provider is told to the operator once, with the provider’s words', async () => {
  const lines: { code?: string; requests?: number; cause?: object }[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line) as object) });
  const own = await startTestApp({ database: app.database, publicUrl, log, oidc: { ...provider, clientSecret: 'x' } });
  provider.account = verified((await invite(workspace.graph, 'AGENT')).email);
  for (const _ of [1, 2]) expect((await openBrowser(own).visit(`${publicUrl}/console/oidc`)).status).toBe(403);
  const told = lines.filter(({ code }) => code === 'FORBIDDEN');
  expect(told).toMatchObject([
    { msg: 'Refused.', requests: 1, cause: { message: expect.stringContaining('invalid_client') } },
  ]);
  await own.app.close();
});

it('a provider that does not answer in time is told of as one that cannot be reached', async () => {
  await using silent = await openSignInProvider(callback);
  const own = await startTestApp({ database: app.database, publicUrl, oidc: { ...silent, timeoutSeconds: 0.3 } });
  silent.silentAt = '/token';
  expect((await openBrowser(own).visit(`${publicUrl}/console/oidc`)).status).toBe(503);
  await own.app.close();
});

it('a provider that cannot be reached is told of', async () => {
  const oidc = { ...provider, issuer: 'http://127.0.0.1:1' };
  const own = await startTestApp({ database: app.database, publicUrl, oidc });
  expect((await openBrowser(own).visit(`${publicUrl}/console/oidc`)).status).toBe(503);
  await own.app.close();
});

it('without a provider there is nothing at its address', async () => {
  const own = await startTestApp({ database: app.database, publicUrl });
  expect((await openBrowser(own).visit(`${publicUrl}/console/oidc`)).status).toBe(404);
  await own.app.close();
});
