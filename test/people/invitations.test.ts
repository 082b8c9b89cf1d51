import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { hashSecret } from '../../src/access/credentials.ts';
import { bareId } from '../../src/ids.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { invite, inviteRefused, removeMember } from './team.ts';

const clock = createTestClock();
let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => void (app = await startTestApp({ clock })));
afterAll(() => app.close());
beforeEach(async () => void (workspace = await app.workspace()));

const invitationsOf = ({ memberId }: { memberId: string }) =>
  app.database.prisma.invitation.findMany({ where: { orgId: workspace.orgId, memberId: bareId(memberId) } });

it('is a link whose token stands in the fragment, kept as a hash, and good for seven days', async () => {
  const invited = await invite(workspace.graph, 'AGENT');
  expect(invited.url).toMatch(/^http:\/\/tributary\.test\/console#tbi_[0-9A-Za-z]{43}$/);
  const [kept] = await invitationsOf(invited);
  expect(kept?.hash).toEqual(hashSecret(invited.token));
  expect(kept?.expiresAt).toEqual(new Date(clock.now().getTime() + 7 * 24 * 60 * 60 * 1000));
  const { members } = await workspace.graph.ask<{ members: object }>(
    '{ members { nodes { id type name email role joinedAt } } }',
  );
  expect(members).toEqual({
    nodes: [
      {
        id: invited.memberId,
        type: 'HUMAN',
        name: invited.email.split('@')[0],
        email: invited.email,
        role: 'AGENT',
        joinedAt: null,
      },
    ],
  });
});

it('of the same address again ends the earlier one, and keeps the member', async () => {
  const first = await invite(workspace.graph, 'AGENT');
  const again = await invite(workspace.graph, 'AGENT', first.email.toUpperCase());
  expect(again.memberId).toBe(first.memberId);
  expect(again.token).not.toBe(first.token);
  const open = (await invitationsOf(first)).filter(({ revokedAt }) => revokedAt === null);
  expect(open.map(({ hash }) => hash)).toEqual([hashSecret(again.token)]);
});

it('changes no role that somebody has: that is what updateMember is for', async () => {
  const { email } = await invite(workspace.graph, 'AGENT');
  expect(await inviteRefused(workspace.graph, { email, role: 'VIEWER' })).toBe('CONFLICT');
});

it('gives a role to who was on the team without one, an agent of that address apart', async () => {
  const create = 'mutation ($input: CreateMemberInput!) { createMember(input: $input) { member { id role } } }';
  type Created = { createMember: { member: { id: string; role: null } } };
  const make = async (type: string) =>
    (await workspace.graph.ask<Created>(create, { input: { name: 'Kim', email: 'kim@example.com', type } }))
      .createMember.member;
  await make('AGENT');
  const kim = await make('HUMAN');
  expect((await invite(workspace.graph, 'ADMIN', 'kim@example.com')).memberId).toBe(kim.id);
});

it('two at once of one address make one member', async () => {
  const email = 'ada@example.com';
  const both = await Promise.allSettled([
    invite(workspace.graph, 'AGENT', email),
    invite(workspace.graph, 'AGENT', email),
  ]);
  expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
  expect(await app.database.prisma.member.count({ where: { orgId: workspace.orgId, email } })).toBe(1);
});

it('an address that one member signs in with is no other’s', async () => {
  const [one, two] = [await invite(workspace.graph, 'AGENT'), await invite(workspace.graph, 'AGENT')];
  const take =
    'mutation ($id: ID!, $email: String) { updateMember(id: $id, input: { email: $email }) { member { id } } }';
  expect(await workspace.graph.refusal(take, { id: two.memberId, email: one.email })).toBe('CONFLICT');
  await workspace.graph.ask(removeMember, { id: one.memberId });
  await workspace.graph.ask(take, { id: two.memberId, email: one.email });
});

it('ends by hand and with its member, and the audit tells of each', async () => {
  const [one, two] = [await invite(workspace.graph, 'AGENT'), await invite(workspace.graph, 'VIEWER')];
  const revoke = 'mutation ($id: ID!) { revokeInvitation(memberId: $id) { member { id } } }';
  await workspace.graph.ask(revoke, { id: one.memberId });
  await workspace.graph.ask(revoke, { id: one.memberId });
  await workspace.graph.ask(removeMember, { id: two.memberId });
  for (const invited of [one, two])
    expect((await invitationsOf(invited)).map(({ revokedAt }) => revokedAt)).toEqual([clock.now()]);
  const { auditLog } = await workspace.graph.ask<{ auditLog: { nodes: { action: string; subjectId: string }[] } }>(
    '{ auditLog(first: 50) { nodes { action subjectId } } }',
  );
  const told = auditLog.nodes.filter(({ action }) => action.startsWith('member.'));
  expect(told.map(({ action, subjectId }) => `${action} ${subjectId}`).toSorted()).toEqual(
    [
      `member.removed ${bareId(two.memberId)}`,
      `member.invitation_revoked ${bareId(one.memberId)}`,
      `member.invited ${bareId(two.memberId)}`,
      `member.invited ${bareId(one.memberId)}`,
    ].toSorted(),
  );
});
