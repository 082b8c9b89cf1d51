import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock, type TestApp } from '../../support/app.ts';
import type { TestWorkspace } from '../../support/workspace.ts';
import { answerJson, type Behaviour, cutOff, type ProviderServer } from '../provider-server.ts';
import { goodToken, inviteeUri, knowsToken, openCalendly } from './booking-servers.ts';
import { connect, connectDocument, hookOf, leadsOf, openBookings, postCalendly } from './connected.ts';

const clock = createTestClock();
let app: TestApp;
let server: ProviderServer;
let workspace: TestWorkspace;
beforeAll(async () => {
  server = await openCalendly();
  app = await openBookings({ calendly: server.url, calCom: server.url }, { clock });
});
afterAll(async () => {
  await app.close();
  await server.close();
});
beforeEach(async () => {
  workspace = await app.workspace();
  server.asked.length = 0;
  server.behave();
  server.beFound(knowsToken());
});

const input = { provider: 'CALENDLY', token: goodToken };
const registered = answerJson({ resource: { uri: 'https://api.calendly.test/webhook_subscriptions/B' } }, 201);

const failureOf = async (at: TestWorkspace, given: object = input) => {
  const [error] = (await at.graph.send(connectDocument, { input: given })).errors;
  return [error?.extensions['code'], error?.message];
};

const integration = async ({ graph }: TestWorkspace) =>
  (
    await graph.ask<{ integrations: { capability: string; state: string; lastError: string | null }[] }>(
      '{ integrations { capability state lastError } }',
    )
  ).integrations.find(({ capability }) => capability === 'CALENDLY');

const callsOf = async ({ graph }: TestWorkspace) =>
  (
    await graph.ask<{ providerCalls: { nodes: { outcome: string; status: number | null; tries: number }[] } }>(
      '{ providerCalls(capability: CALENDLY) { nodes { outcome status tries error provider } } }',
    )
  ).providerCalls.nodes;

const test = async ({ graph }: TestWorkspace) =>
  (
    await graph.ask<{ testIntegration: { works: boolean; error: string | null } }>(
      'mutation { testIntegration(capability: CALENDLY) { works error } }',
    )
  ).testIntegration;

const disconnectDocument =
  'mutation { disconnectCalendar(provider: CALENDLY) { calendar { connected webhookUri } warning } }';

describe('connecting', () => {
  it('tries the token, has bookings posted under a key of ours, and tells whose account it is', async () => {
    const { connectCalendar } = await workspace.graph.ask<{ connectCalendar: object }>(connectDocument, { input });
    expect(connectCalendar).toEqual({
      calendar: {
        provider: 'CALENDLY',
        connected: true,
        accountName: 'Grace Hopper',
        accountEmail: 'grace@navy.example',
        accountUri: 'https://api.calendly.test/users/AAA',
        webhookUri: expect.stringMatching(/^https:\/\/api\.calendly\.test\/webhook_subscriptions\//),
        lastReceivedAt: null,
        lastRefusal: null,
      },
      warning: null,
    });
    expect(server.asked).toMatchObject([
      {
        method: 'POST',
        path: '/webhook_subscriptions',
        body: {
          url: expect.stringMatching(/^https:\/\/crm\.tributary\.dev\/hooks\/calendar\/in_/),
          events: ['invitee.created', 'invitee.canceled'],
          organization: 'https://api.calendly.test/organizations/ORG',
          user: 'https://api.calendly.test/users/AAA',
          scope: 'user',
          signing_key: expect.stringMatching(/^.{20,}$/),
        },
      },
    ]);
    expect(await integration(workspace)).toMatchObject({ state: 'CONNECTED', lastError: null });
    const calls = await callsOf(workspace);
    expect(calls).toMatchObject([{ outcome: 'SUCCEEDED' }, { outcome: 'SUCCEEDED' }]);
    const { key } = hookOf(app, server);
    const kept = await app.database.prisma.calendarConnection.findMany({ where: { orgId: workspace.orgId } });
    const bytes = kept.map(({ secret, accessToken }) => Buffer.concat([secret, accessToken]).toString('latin1'));
    for (const secret of [goodToken, key])
      expect(JSON.stringify([calls, connectCalendar, bytes])).not.toContain(secret);
  });

  it('needs no grant, since the account is the workspace’s own', async () => {
    const { orgId } = workspace;
    await app.database.prisma.organisation.updateMany({ where: { id: orgId }, data: { outsideCapabilities: [] } });
    await connect(app, workspace, server);
    expect(await integration(workspace)).toMatchObject({ state: 'CONNECTED' });
  });

  it('anew takes the account before off, there and here', async () => {
    const before = await connect(app, workspace, server);
    const after = await connect(app, workspace, server);
    expect(server.asked.map(({ method }) => method)).toEqual(['POST', 'POST', 'DELETE']);
    expect(await postCalendly(before, 'invitee.created', {}, clock.now())).toBe(404);
    expect(await postCalendly(after, 'invitee.created', {}, clock.now())).toBe(202);
    expect(await app.database.prisma.calendarConnection.count({ where: { orgId: workspace.orgId } })).toBe(1);
  });

  it('anew takes the account before off with the new token where it is the same account, and tells of no failure before', async () => {
    await connect(app, workspace, server);
    // The old token is refused from here on.
    await app.database.prisma.calendarConnection.updateMany({
      where: { orgId: workspace.orgId },
      data: { accessToken: new Uint8Array([1]) },
    });
    expect(await workspace.graph.ask(connectDocument, { input })).toMatchObject({ connectCalendar: { warning: null } });
    expect(server.asked.map(({ method }) => method)).toEqual(['POST', 'POST', 'DELETE']);
    clock.advance(1000);
    server.beFound(answerJson({ message: 'revoked' }, 401));
    await failureOf(workspace);
    expect(await integration(workspace)).toMatchObject({ state: 'CONNECTED', lastError: null });
  });

  it('of another account takes the one before off with its own token, whose failure tells nothing of the new one', async () => {
    await connect(app, workspace, server);
    server.beFound(answerJson({ resource: { uri: 'u', name: null, email: null, current_organization: 'o' } }));
    clock.advance(1000);
    server.behave(registered, (...asked) => {
      clock.advance(1000);
      answerJson({}, 401)(...asked);
    });
    expect(await workspace.graph.ask(connectDocument, { input })).toMatchObject({
      connectCalendar: { warning: expect.stringContaining('refused the key') },
    });
    expect(await integration(workspace)).toMatchObject({ state: 'CONNECTED', lastError: null });
  });

  it('that cannot be kept has the webhook removed again, and where that fails as well says so to the log alone', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line) => void lines.push(line) });
    const other = await openBookings({ calendly: server.url, calCom: server.url }, { log });
    await other.database.pool.query(`alter table calendar_connections add check (account_uri <> 'unkept')`);
    server.beFound(answerJson({ resource: { uri: 'unkept', name: null, email: null, current_organization: 'o' } }));
    const at = await other.workspace();
    const left = 'its webhook is left at the provider';
    server.behave(registered);
    expect(await failureOf(at)).toEqual(['INTERNAL', expect.any(String)]);
    expect(server.asked.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
    expect(lines.join('')).not.toContain(left);
    server.behave(registered, answerJson({}, 500), answerJson({}, 500));
    expect(await failureOf(at)).toEqual(['INTERNAL', expect.any(String)]);
    const line = lines.find((text) => text.includes(left)) ?? '';
    for (const told of ['CALENDLY', 'webhook_subscriptions/B', 'HTTP 500']) expect(line).toContain(told);
    for (const secret of [goodToken, hookOf(app, server).key]) expect(lines.join('')).not.toContain(secret);
    await other.close();
  });

  it('anew says what is left to do about the account before, where the provider fails', async () => {
    await connect(app, workspace, server);
    server.behave(registered, answerJson({}, 500), answerJson({}, 500));
    expect(await workspace.graph.ask(connectDocument, { input })).toMatchObject({
      connectCalendar: { warning: expect.stringMatching(/still has the webhook https:.*HTTP 500/) },
    });
  });

  it.each([
    ['', 'INVALID'],
    ['two words', 'INVALID'],
    ['a-wrong-token', 'INVALID'],
  ])('with the token %j is %s, and leaves nothing', async (token, code) => {
    expect(await failureOf(workspace, { provider: 'CALENDLY', token })).toEqual([code, expect.any(String)]);
    expect(await integration(workspace)).toMatchObject({ state: 'NOT_CONFIGURED', lastError: null });
    expect(server.asked).toEqual([]);
  });

  const later = answerJson({}, 429, { 'Retry-After': '40' });
  it.each<[string, Behaviour, string]>([
    ['takes no more calls', later, 'takes no more calls for now (HTTP 429)'],
    ['fails', answerJson({}, 500), 'failed (HTTP 500)'],
    ['lets the token register none', answerJson({ message: 'Please upgrade' }, 403), 'HTTP 403'],
    ['answers something else', answerJson({ resource: {} }), 'not what its protocol says'],
    ['answers no JSON', (response) => response.writeHead(200).end('<html>'), 'not what its protocol says'],
    ['hangs up in the middle', cutOff, 'cut off|closed'],
  ])('where the provider %s is refused with why, and connects nothing', async (_, behaviour, why) => {
    server.behave(behaviour);
    const [code, message] = await failureOf(workspace);
    expect([code, message]).toEqual(['CONFLICT', expect.stringMatching(new RegExp(why.replaceAll(/[()]/g, '\\$&')))]);
    expect(server.asked).toHaveLength(1);
    expect(await integration(workspace)).toMatchObject({ state: 'NOT_CONFIGURED' });
    expect((await callsOf(workspace))[0]).toMatchObject({ outcome: 'FAILED' });
  });

  it('waits as long as the provider asks, and then is done', async () => {
    server.behave(later);
    await failureOf(workspace);
    expect(await failureOf(workspace)).toEqual(['CONFLICT', expect.stringContaining('left alone')]);
    expect(server.asked).toHaveLength(1);
    clock.advance(41_000);
    await connect(app, workspace, server);
  });

  it('with a certificate that nobody signed is refused', async () => {
    const secure = await openCalendly({ isSecure: true });
    const other = await openBookings({ calendly: secure.url, calCom: secure.url });
    expect(await failureOf(await other.workspace())).toEqual(['CONFLICT', expect.stringContaining('certificate')]);
    await other.close();
    await secure.close();
  });

  it.each(['http://crm.tributary.dev', 'https://localhost', 'https://10.0.0.7', 'https://crm.internal'])(
    'is refused at %s, where the provider could not post to, before anything is asked',
    async (publicUrl) => {
      const other = await openBookings({ calendly: server.url, calCom: server.url }, { publicUrl });
      const at = await other.workspace();
      const [error] = (await at.graph.send(connectDocument, { input })).errors;
      expect(error?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'not_configured' });
      expect(await callsOf(at)).toEqual([]);
      await other.close();
    },
  );

  it('is for who may change the workspace', async () => {
    const reader = await workspace.graphAs(['leads:read', 'events:read']);
    expect(await reader.refusal(connectDocument, { input })).toBe('FORBIDDEN');
    expect(await reader.refusal(disconnectDocument)).toBe('FORBIDDEN');
    await connect(app, workspace, server);
    expect(await reader.ask('{ calendars { provider connected } }')).toEqual({
      calendars: [
        { provider: 'CALENDLY', connected: true },
        { provider: 'CAL_COM', connected: false },
      ],
    });
    expect(await reader.refusal('{ calendars { accountEmail } }')).toBe('FORBIDDEN');
  });
});

describe('a connected account', () => {
  it('that the provider knows no more fails its test, and works again with another token', async () => {
    await connect(app, workspace, server);
    expect(await test(workspace)).toEqual({ works: true, error: null });
    clock.advance(1000);
    server.beFound(answerJson({ message: 'revoked' }, 401));
    expect(await test(workspace)).toEqual({ works: false, error: expect.stringContaining('refused the key') });
    expect(await integration(workspace)).toMatchObject({
      state: 'FAILING',
      lastError: expect.stringContaining('refused the key'),
    });
    clock.advance(1000);
    server.beFound(answerJson({ resource: { uri: 'u', name: null, email: null, current_organization: 'o' } }));
    await connect(app, workspace, server);
    expect(await integration(workspace)).toMatchObject({ state: 'CONNECTED', lastError: null });
  });
});

describe('a subscription that', () => {
  it.each<[string, Behaviour]>([
    ['was switched off', knowsToken('disabled')],
    [
      'is gone',
      (response, request) => (request.path === '/users/me' ? knowsToken() : answerJson({}, 404))(response, request),
    ],
  ])('%s fails the test of the account', async (_, found) => {
    await connect(app, workspace, server);
    server.beFound(found);
    expect(await test(workspace)).toEqual({ works: false, error: expect.stringContaining('posts no bookings') });
  });
});

describe('disconnecting', () => {
  it('has the webhook removed there, forgets the token, and keeps the leads', async () => {
    const hook = await connect(app, workspace, server);
    const email = `${randomUUID()}@example.org`;
    await postCalendly(hook, 'invitee.created', { email }, clock.now());
    const done = { disconnectCalendar: { calendar: { connected: false, webhookUri: null }, warning: null } };
    expect(await workspace.graph.ask(disconnectDocument)).toEqual(done);
    expect(server.asked.at(-1)).toMatchObject({
      method: 'DELETE',
      path: expect.stringMatching(/^\/webhook_subscriptions\/[0-9a-f-]+$/),
    });
    expect(await postCalendly(hook, 'invitee.created', { uri: inviteeUri() }, clock.now())).toBe(404);
    expect(await leadsOf(workspace, email)).toHaveLength(1);
    expect(await app.database.prisma.calendarConnection.count({ where: { orgId: workspace.orgId } })).toBe(0);
    const asked = server.asked.length;
    expect(await workspace.graph.ask(disconnectDocument)).toEqual(done);
    expect(server.asked).toHaveLength(asked);
  });

  it('is done where the provider has no such webhook any more', async () => {
    await connect(app, workspace, server);
    server.behave(answerJson({ title: 'Resource Not Found' }, 404));
    expect(await workspace.graph.ask(disconnectDocument)).toMatchObject({ disconnectCalendar: { warning: null } });
    expect((await callsOf(workspace))[0]).toMatchObject({ outcome: 'SUCCEEDED' });
  });

  it('is done where the provider fails, and says what is left to do there', async () => {
    await connect(app, workspace, server);
    server.behave(answerJson({}, 500), answerJson({}, 500));
    expect(await workspace.graph.ask(disconnectDocument)).toMatchObject({
      disconnectCalendar: {
        calendar: { connected: false },
        warning: expect.stringMatching(/Calendly still has the webhook https:.*HTTP 500/),
      },
    });
    expect(await integration(workspace)).toMatchObject({ state: 'NOT_CONFIGURED', lastError: null });
  });
});
