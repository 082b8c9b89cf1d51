import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestClock, type TestApp } from '../../support/app.ts';
import type { TestWorkspace } from '../../support/workspace.ts';
import type { ProviderServer } from '../provider-server.ts';
import { calendlyBody, calendlySignature, openCalendly } from './booking-servers.ts';
import { connect, type Hook, meetingEvents, openBookings, send } from './connected.ts';

const clock = createTestClock();
let app: TestApp;
let server: ProviderServer;
let workspace: TestWorkspace;
let hook: Hook;
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
  hook = await connect(app, workspace, server);
});

const body = JSON.stringify(calendlyBody('invitee.created', {}));
const refusal = async () =>
  (
    await workspace.graph.ask<{ calendars: { lastRefusal: string | null; lastReceivedAt: string | null }[] }>(
      '{ calendars { lastRefusal lastReceivedAt } }',
    )
  ).calendars[0];

it.each<[string, (key: string) => Record<string, string>]>([
  ['no signature', () => ({})],
  ['one of another key', () => calendlySignature('another key', body, clock.now())],
  ['one of another body', () => calendlySignature(hook.key, `${body} `, clock.now())],
  ['one that is too old', (key) => calendlySignature(key, body, new Date(clock.now().getTime() - 181_000))],
  ['one from ahead', (key) => calendlySignature(key, body, new Date(clock.now().getTime() + 181_000))],
  ['one that is none', () => ({ 'calendly-webhook-signature': 't=1,t=2,v1=zz' })],
])('%s is 401, and said to operators', async (_, headers) => {
  expect((await send(hook.url, body, headers(hook.key))).status).toBe(401);
  expect(await refusal()).toEqual({ lastRefusal: expect.stringContaining('does not hold'), lastReceivedAt: null });
  expect(await meetingEvents(workspace)).toEqual([]);
});

it('what is signed and no booking is 202, so that no subscription is switched off, and said to operators until one is taken', async () => {
  const signed = (text: string) => send(hook.url, text, calendlySignature(hook.key, text, clock.now()));
  const without = JSON.stringify({ event: 'invitee.created', payload: { uri: 'x' } });
  const nobody = JSON.stringify(calendlyBody('invitee.created', { email: 'nobody' }));
  const statuses = [];
  for (const text of [without, nobody, '{"event":', '[]']) statuses.push((await signed(text)).status);
  const plain = { ...calendlySignature(hook.key, body, clock.now()), 'content-type': 'text/plain' };
  statuses.push((await send(hook.url, body, plain)).status);
  expect(statuses).toEqual([202, 202, 202, 202, 202]);
  expect((await refusal())?.lastRefusal).toContain('application/json');
  await signed(without);
  expect((await refusal())?.lastRefusal).toContain('no booking as Calendly');
  expect((await signed(JSON.stringify({ event: 'routing_form_submission.created', payload: {} }))).status).toBe(202);
  expect(await refusal()).toEqual({ lastRefusal: null, lastReceivedAt: expect.any(String) });
});

it('under a SECRET_KEY that is lost is 503, and said to operators', async () => {
  const data = { secret: new Uint8Array(64).fill(1) };
  await app.database.prisma.calendarConnection.updateMany({ where: { orgId: workspace.orgId }, data });
  expect((await send(hook.url, body, calendlySignature(hook.key, body, clock.now()))).status).toBe(503);
  expect((await refusal())?.lastRefusal).toContain('SECRET_KEY');
});

it('an address that is nobody’s is 404, another workspace’s key 401', async () => {
  const other = await app.workspace('Other');
  const theirs = await connect(app, other, server);
  expect((await send(`${hook.url}x`, body)).status).toBe(404);
  expect((await send(theirs.url, body, calendlySignature(hook.key, body, clock.now()))).status).toBe(401);
});
