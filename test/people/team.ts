import type { MemberRole } from '../../src/db/generated/prisma/enums.ts';
import { allScopes, type Scope } from '../../src/access/scopes.ts';
import { bareId } from '../../src/ids.ts';
import type { TestApp } from '../support/app.ts';
import type { GraphClient } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';

export type Invited = {
  readonly memberId: string;
  readonly email: string;
  readonly url: string;
  readonly token: string;
};

const invitation = 'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { member { id } url } }';

/** Invites somebody whose address nobody else has, unless one is given. */
export async function invite(
  graph: GraphClient,
  role: MemberRole,
  email = `${crypto.randomUUID()}@example.com`,
): Promise<Invited> {
  const input = { name: email.split('@')[0], email, role };
  const { inviteMember } = await graph.ask<{ inviteMember: { member: { id: string }; url: string } }>(invitation, {
    input,
  });
  const { member, url } = inviteMember;
  return { memberId: member.id, email, url, token: new URL(url).hash.slice(1) };
}

export const inviteRefused = (graph: GraphClient, input: object) =>
  graph.refusal(invitation, { input: { name: 'Ada', email: 'ada@example.com', ...input } });

/** A client whose key has every scope, or these, and is bound to a member. */
export async function keyOf(
  app: TestApp,
  workspace: TestWorkspace,
  memberId: string,
  scopes: readonly Scope[] = allScopes,
): Promise<GraphClient> {
  const graph = await workspace.graphAs(scopes);
  const { viewer } = await graph.ask<{ viewer: { apiKeyId: string } }>('{ viewer { apiKeyId } }');
  await app.database.prisma.apiKey.updateMany({
    where: { orgId: workspace.orgId, id: bareId(viewer.apiKeyId) },
    data: { memberId: bareId(memberId) },
  });
  return graph;
}

/** Somebody of the team, and a client whose key has every scope and is bound to them. */
export async function join(app: TestApp, workspace: TestWorkspace, role: MemberRole) {
  const invited = await invite(workspace.graph, role);
  return { ...invited, graph: await keyOf(app, workspace, invited.memberId) };
}

/** As if these had signed in. */
export const signedIn = (app: TestApp, { orgId }: TestWorkspace, ...memberIds: string[]) =>
  app.database.prisma.member.updateMany({
    where: { orgId, id: { in: memberIds.map(bareId) } },
    data: { joinedAt: new Date() },
  });

export const updateRole =
  'mutation ($id: ID!, $role: MemberRole!) { updateMember(id: $id, input: { role: $role }) { member { role } } }';
export const endSessions = 'mutation ($id: ID!) { endMemberSessions(memberId: $id) { member { id } endedSessions } }';
export const removeMember = 'mutation ($id: ID!) { removeMember(id: $id) { member { id } } }';
