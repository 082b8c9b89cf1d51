import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bareId } from '../../src/ids.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { createGraphClient } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { timed } from '../support/patiently.ts';
import { ask, leave, overPageSocket, overPageStream, signIn } from './browser.ts';
import { newLead, peopleOf } from './people-of.ts';
import { endSessions, keyOf, removeMember, updateRole } from './team.ts';

const clock = createTestClock();
let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => void (app = await startTestApp({ clock })));
afterAll(() => app.close());
beforeEach(async () => void (workspace = await app.workspace()));

const { come, codeOf, mint, revoke } = peopleOf(
  () => app,
  () => workspace,
);

describe('a session ends', () => {
  type Ending = (session: { cookie: string; memberId: string; key: string }) => Promise<unknown>;
  const endings: Readonly<Record<string, Ending>> = {
    'by leaving': ({ cookie }) => leave(app, cookie),
    'by signing in over it': ({ cookie }) => signIn(app, { key: workspace.keys.graphql }, { cookie }),
    'with the key that opened it': ({ key }) => revoke(key),
    'with all others of its member': ({ memberId }) => workspace.graph.ask(endSessions, { id: memberId }),
    'with its member': ({ memberId }) => workspace.graph.ask(removeMember, { id: memberId }),
  };
  const query = 'subscription { leadEvents(after: "evt_0000000000000000") { id } }';

  describe.each(Object.entries(endings))('%s', (name, end) => {
    async function begin() {
      const { memberId, cookie: byLink } = await come('ADMIN');
      const { secret: key } = await mint(byLink);
      const { cookie } = name === 'with its member' ? { cookie: byLink } : await signIn(app, { key });
      await ask(app, cookie, newLead);
      return { memberId, key, cookie };
    }

    it('at once for requests', async () => {
      const session = await begin();
      expect(await codeOf(session.cookie)).toBeUndefined();
      await end(session);
      expect(await codeOf(session.cookie)).toBe('UNAUTHENTICATED');
    });

    it('within a second on a socket and a stream', timed, async () => {
      const session = await begin();
      const [socket, stream] = [overPageSocket(app, session, query), overPageStream(app, session, query)];
      expect((await socket.next()).value).toMatchObject({ data: { leadEvents: {} } });
      expect((await stream.next()).value).toMatchObject({ data: { leadEvents: {} } });
      await end(session);
      const since = performance.now();
      const streamed = stream.next();
      await expect(socket.next()).rejects.toMatchObject({ code: 4403 });
      expect((await streamed).value).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
      expect(performance.now() - since).toBeLessThan(1000);
    });
  });

  it('and where a role is lowered it does less at once, and what is open ends within a second', timed, async () => {
    const session = await come('ADMIN');
    await ask(app, session.cookie, newLead);
    const socket = overPageSocket(app, session, query);
    expect((await socket.next()).value).toMatchObject({ data: { leadEvents: {} } });
    await workspace.graph.ask(updateRole, { id: session.memberId, role: 'VIEWER' });
    const since = performance.now();
    expect(await codeOf(session.cookie, newLead)).toBe('FORBIDDEN');
    await expect(socket.next()).rejects.toMatchObject({ code: 4403 });
    expect(performance.now() - since).toBeLessThan(1000);
    expect((await overPageSocket(app, session, query).next()).value).toMatchObject({ data: { leadEvents: {} } });
  });

  describe('of a member', () => {
    const ended = (cookie: string, memberId: string) =>
      ask<{ endMemberSessions: { endedSessions: number } }>(app, cookie, endSessions, { id: memberId });
    const refused = async (cookie: string, memberId: string) =>
      (await ended(cookie, memberId)).errors?.[0]?.extensions['code'];

    it('all end, each with an audit row, those opened by its keys too; its keys go on, and it may come again', async () => {
      const [admin, agent] = [await come('ADMIN'), await come('AGENT')];
      const { key } = await keyOf(app, workspace, agent.memberId);
      const byKey = await signIn(app, { key });
      const { data } = await ended(admin.cookie, agent.memberId);
      expect(data).toEqual({ endMemberSessions: { member: { id: agent.memberId }, endedSessions: 2 } });
      expect([await codeOf(agent.cookie), await codeOf(byKey.cookie)]).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
      expect(await codeOf(admin.cookie)).toBeUndefined();
      expect(await codeOf((await signIn(app, { key })).cookie)).toBeUndefined();
      const where = { orgId: workspace.orgId, action: 'session.closed' };
      expect(await app.database.prisma.auditEntry.count({ where })).toBe(2);
    });

    it('end by oneself, the one that asks as well, whatever the role', async () => {
      const viewer = await come('VIEWER');
      expect((await ended(viewer.cookie, viewer.memberId)).data).toMatchObject({
        endMemberSessions: { endedSessions: 1 },
      });
      expect(await codeOf(viewer.cookie)).toBe('UNAUTHENTICATED');
    });

    it('are ended by nobody who could not take the role away', async () => {
      const [owner, admin, agent] = [await come('OWNER'), await come('ADMIN'), await come('AGENT')];
      expect(await refused(admin.cookie, owner.memberId)).toBe('FORBIDDEN');
      expect(await refused(agent.cookie, admin.memberId)).toBe('FORBIDDEN');
      expect(await codeOf(owner.cookie)).toBeUndefined();
      expect(await codeOf(admin.cookie)).toBeUndefined();
      expect((await ended(owner.cookie, admin.memberId)).data).toMatchObject({
        endMemberSessions: { endedSessions: 1 },
      });
    });
  });

  it('and not where signing in over it is refused', async () => {
    const { cookie } = await come('AGENT');
    expect((await signIn(app, { key: workspace.keys.quincer }, { cookie })).status).toBe(401);
    expect(await codeOf(cookie)).toBeUndefined();
  });

  it('leaving takes the cookie back, and is no failure where nobody is signed in', async () => {
    const { cookie } = await come('VIEWER');
    const left = await leave(app, cookie);
    expect([left.status, left.headers['set-cookie']?.[0]]).toEqual([204, expect.stringMatching(/-\d+=; .*Max-Age=0;/)]);
    expect((await leave(app, cookie)).status).toBe(204);
    expect((await leave(app, '')).status).toBe(204);
  });

  it('by leaving only where the page shows whose it is: of somebody else in the same browser it goes on', async () => {
    const [shown, other] = [await come('AGENT'), await come('VIEWER')];
    const left = await leave(app, other.cookie, shown.memberId);
    expect([left.status, left.headers['set-cookie'], await codeOf(other.cookie)]).toEqual([204, undefined, undefined]);
    expect((await leave(app, other.cookie, other.memberId)).headers['set-cookie']).toBeDefined();
    expect(await codeOf(other.cookie)).toBe('UNAUTHENTICATED');
  });

  it('also where a node of the version before revoked the key that opened it', async () => {
    const { key } = await workspace.graphAs(['leads:read']);
    const { cookie } = await signIn(app, { key });
    const found = await createGraphClient(app.url, key).ask<{ viewer: { apiKeyId: string } }>(
      '{ viewer { apiKeyId } }',
    );
    await app.database.prisma.apiKey.updateMany({
      where: { orgId: workspace.orgId, id: bareId(found.viewer.apiKeyId) },
      data: { revokedAt: clock.now() },
    });
    expect(await codeOf(cookie)).toBe('UNAUTHENTICATED');
  });
});
