import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/access/actor.ts';
import { createRunAcross } from '../../src/db/run/run.ts';
import { createFindEndedTakeovers } from '../../src/domain/conversations/takeover/find-ended-takeovers.ts';
import { silentLog } from '../../src/db/open/database.ts';
import { endTakeover } from '../../src/domain/conversations/takeover/end-takeover.ts';
import { parseGlobalId } from '../../schema/builder/global-id.ts';
import { createEndedTakeoversJob } from '../../src/jobs/ended-takeovers.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { createGraphClient, type GraphClient } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';

const clock = createTestClock();
let app: TestApp;
let workspace: TestWorkspace;
let id: string;

beforeAll(async () => {
  app = await startTestApp({ clock });
});
afterAll(() => app.close());
beforeEach(async () => {
  workspace = await app.workspace();
  id = await begin();
});

async function begin(): Promise<string> {
  const { sendVisitorMessage } = await workspace.graph.ask<{ sendVisitorMessage: { conversation: { id: string } } }>(
    `mutation ($id: ID!) { sendVisitorMessage(widgetId: $id, input: { message: "Hello" }) { conversation { id } } }`,
    { id: workspace.widgetId },
  );
  return sendVisitorMessage.conversation.id;
}

const find = () => createFindEndedTakeovers(createRunAcross(app.database.pool));
const end = ({ orgId, id: row }: { orgId: string; id: string }) =>
  endTakeover(app.app.services.openAs(systemActor(orgId, 'lease')), row);

/** What a turn of the job would end in this workspace. */
const found = async () =>
  (await find()(clock.now(), { behind: null, organisations: 1000, ofEach: 1000 })).filter(
    ({ orgId }) => orgId === workspace.orgId,
  );

/** A turn of the job, as every node has one; the app's own may be faster. */
const turn = (endOne = end) =>
  createEndedTakeoversJob({ find: find(), end: endOne, clock, log: silentLog, turnMs: 60_000 }).run();

type Held = { status: string; takenOverBy: { id: string } | null; takenOverUntil: string | null };
const shown = 'conversation { status takenOverBy { id } takenOverUntil }';

const takeOver = async (leaseSeconds?: number, { graph }: Agent = workspace) => {
  const { takeOverConversation } = await graph.ask<{ takeOverConversation: { conversation: Held } }>(
    `mutation ($id: ID!, $leaseSeconds: Int) { takeOverConversation(id: $id, leaseSeconds: $leaseSeconds) { ${shown} } }`,
    { id, leaseSeconds },
  );
  return takeOverConversation.conversation;
};

const reply = ({ graph }: Agent = workspace) =>
  graph.send('mutation ($id: ID!) { replyToConversation(id: $id, message: "On it") { message { id } } }', { id });

const held = async () =>
  (
    await workspace.graph.ask<{ conversation: Held }>(
      `query ($id: ID!) { ${shown.replace('conversation', 'conversation(id: $id)')} }`,
      { id },
    )
  ).conversation;

const handedBack = async (of = id) => {
  const { events } = await workspace.graph.ask<{
    events: { nodes: { type: string; conversation?: { id: string } & Held }[] };
  }>(
    '{ events(first: 200, types: [CONVERSATION_HANDED_BACK]) { nodes { type ... on ConversationEvent { conversation { id status takenOverBy { id } takenOverUntil } } } } }',
  );
  return events.nodes.flatMap(({ conversation }) => (conversation?.id === of ? conversation : []));
};

const inSeconds = (seconds: number) => new Date(clock.now().getTime() + seconds * 1000).toISOString();

type Minted = { apiKey: { id: string }; secret: string };
type Agent = { graph: GraphClient };

async function mint(input: object = {}): Promise<Agent & Minted> {
  const { createApiKey: minted } = await workspace.graph.ask<{ createApiKey: Minted }>(
    'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id } secret } }',
    { input: { name: 'Key', dialect: 'GRAPHQL', ...input } },
  );
  return { ...minted, graph: createGraphClient(app.url, minted.secret) };
}

/** A member of that role, and a key that acts in its name. */
async function member(role: string): Promise<Agent & { id: string }> {
  const { createMember: made } = await workspace.graph.ask<{ createMember: { member: { id: string } } }>(
    'mutation { createMember(input: { name: "Mo" }) { member { id } } }',
  );
  await workspace.graph.ask(
    'mutation ($id: ID!, $input: UpdateMemberInput!) { updateMember(id: $id, input: $input) { member { id } } }',
    {
      id: made.member.id,
      input: { role },
    },
  );
  const { graph, apiKey } = await mint();
  const row = (global: string) => parseGlobalId(global)?.rowId ?? '';
  await app.database.prisma.apiKey.updateMany({
    where: { id: row(apiKey.id) },
    data: { memberId: row(made.member.id) },
  });
  return { graph, id: made.member.id };
}

describe('a takeover with a lease', () => {
  it('ends with an event once it is over, to the millisecond, and the AI answers again', async () => {
    expect(await takeOver(30)).toMatchObject({ status: 'HUMAN_ACTIVE', takenOverUntil: inSeconds(30) });
    clock.advance(29_999);
    await turn();
    expect([(await held()).status, await handedBack()]).toEqual(['HUMAN_ACTIVE', []]);
    clock.advance(1);
    await turn();
    expect(await held()).toEqual({ status: 'ACTIVE', takenOverBy: null, takenOverUntil: null });
    expect(await handedBack()).toMatchObject([{ status: 'ACTIVE', takenOverUntil: null }]);
    expect((await reply()).errors[0]?.extensions['code']).toBe('CONFLICT');
  });

  it('is renewed by a reply, by as long as it was taken for', async () => {
    await takeOver(60);
    clock.advance(59_000);
    expect((await reply()).errors).toEqual([]);
    expect((await held()).takenOverUntil).toBe(inSeconds(60));
    clock.advance(59_000);
    await turn();
    expect((await held()).status).toBe('HUMAN_ACTIVE');
  });

  it('is renewed by the same call, which may give it another length, and kept by one without a lease', async () => {
    await takeOver(60);
    clock.advance(10_000);
    expect((await takeOver(90)).takenOverUntil).toBe(inSeconds(90));
    clock.advance(10_000);
    expect((await takeOver()).takenOverUntil).toBe(inSeconds(80));
    const { auditLog } = await workspace.graph.ask<{ auditLog: { nodes: { action: string }[] } }>(
      '{ auditLog(first: 1) { nodes { action } } }',
    );
    expect(auditLog.nodes.map(({ action }) => action)).toEqual(['conversation.lease_renewed']);
  });

  it('can be given to a takeover that had none', async () => {
    expect((await takeOver()).takenOverUntil).toBeNull();
    expect((await takeOver(30)).takenOverUntil).toBe(inSeconds(30));
  });

  it.each([29, 3601, 0, -1])('does not last %i seconds', async (leaseSeconds) => {
    const { errors } = await workspace.graph.send(
      'mutation ($id: ID!, $leaseSeconds: Int) { takeOverConversation(id: $id, leaseSeconds: $leaseSeconds) { conversation { id } } }',
      { id, leaseSeconds },
    );
    expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID', field: 'leaseSeconds' });
    expect((await held()).status).toBe('ACTIVE');
  });

  it.each([
    ['handed back', 'handBackConversation'],
    ['closed', 'closeConversation'],
  ])('leaves nothing to end once it is %s', async (_, mutation) => {
    await takeOver(30);
    await workspace.graph.ask(`mutation ($id: ID!) { ${mutation}(id: $id) { conversation { id } } }`, { id });
    clock.advance(60_000);
    expect(await found()).toEqual([]);
  });

  it('has no end without a lease', async () => {
    await takeOver();
    clock.advance(24 * 3600 * 1000);
    await turn();
    expect((await held()).status).toBe('HUMAN_ACTIVE');
  });

  it('lets somebody else in once it is over, and nobody before', async () => {
    const other = await mint();
    await takeOver(30);
    await expect(takeOver(30, other)).rejects.toThrow('already taken over');
    clock.advance(30_000);
    await turn();
    expect(await takeOver(30, other)).toMatchObject({ status: 'HUMAN_ACTIVE' });
  });

  it('is taken by one of two agents that ask at once', async () => {
    const agents = [await mint(), await mint()];
    const taken = await Promise.allSettled(agents.map((agent) => takeOver(30, agent)));
    expect(taken.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a lease that is over', () => {
  it('is ended once by many nodes', async () => {
    const conversations = [id, await begin(), await begin()];
    for (const one of conversations) {
      id = one;
      await takeOver(30);
    }
    clock.advance(30_000);
    await Promise.all(Array.from({ length: 8 }, () => turn()));
    for (const one of conversations) expect(await handedBack(one)).toHaveLength(1);
  });

  it('is ended, or renewed by a reply that comes at the same time: never both', async () => {
    for (let time = 0; time < 12; time += 1) {
      id = await begin();
      await takeOver(30);
      clock.advance(30_000);
      const [answer] = await Promise.all([reply(), turn(), turn(), turn()]);
      const ended = (await handedBack()).length;
      expect({ replied: answer.errors.length === 0, ended, status: (await held()).status }).toEqual(
        ended === 0
          ? { replied: true, ended: 0, status: 'HUMAN_ACTIVE' }
          : { replied: false, ended: 1, status: 'ACTIVE' },
      );
    }
  });

  it('is found, renewed and then left alone', async () => {
    await takeOver(30);
    clock.advance(30_000);
    await turn(async (lease) => {
      if (lease.orgId === workspace.orgId) await reply();
      return end(lease);
    });
    const ended = (await handedBack()).length;
    // The app's own turn may have been faster than the reply.
    expect(await held()).toMatchObject(
      ended === 0 ? { status: 'HUMAN_ACTIVE', takenOverUntil: inSeconds(30) } : { status: 'ACTIVE' },
    );
  });
});

describe('handing back with force', () => {
  const force = `mutation ($id: ID!) { handBackConversation(id: $id, force: true) { ${shown} } }`;

  it.each(['OWNER', 'ADMIN'])('ends somebody else’s takeover, for an %s', async (role) => {
    const { graph } = await member(role);
    await takeOver(60);
    expect(await graph.ask(force, { id })).toMatchObject({
      handBackConversation: { conversation: { status: 'ACTIVE', takenOverUntil: null } },
    });
    expect(await handedBack()).toHaveLength(1);
  });

  it('ends it for a key of nobody that may manage the team', async () => {
    const holder = await mint();
    await takeOver(undefined, holder);
    expect(await workspace.graph.ask(force, { id })).toMatchObject({
      handBackConversation: { conversation: { status: 'ACTIVE' } },
    });
  });

  it.each([
    ['an agent', () => member('AGENT')],
    ['a key of nobody that may not', () => mint({ scopes: ['conversations:read', 'conversations:handback'] })],
  ])('is refused to %s, who may not even ask what is not there', async (_, make) => {
    const { graph } = await make();
    await takeOver();
    expect(await graph.refusal(force, { id })).toBe('FORBIDDEN');
    expect(await graph.refusal(force, { id: 'cv_0000000000000000000000000a' })).toBe('FORBIDDEN');
    expect((await held()).status).toBe('HUMAN_ACTIVE');
  });

  it('reaches no conversation of another workspace', async () => {
    await takeOver();
    const stranger = await app.workspace();
    expect(await stranger.graph.refusal(force, { id })).toBe('NOT_FOUND');
    expect((await held()).status).toBe('HUMAN_ACTIVE');
  });
});

describe('what a key holds that no member stands behind', () => {
  const revoke = (key: string) =>
    workspace.graph.ask('mutation ($id: ID!) { revokeApiKey(id: $id) { apiKey { id } } }', { id: key });

  it('is handed back once the key is revoked, with the event', async () => {
    const { graph, apiKey } = await mint();
    await takeOver(undefined, { graph });
    await turn();
    expect((await held()).status).toBe('HUMAN_ACTIVE');
    await revoke(apiKey.id);
    await turn();
    expect(await held()).toEqual({ status: 'ACTIVE', takenOverBy: null, takenOverUntil: null });
    await turn();
    expect(await handedBack()).toMatchObject([{ status: 'ACTIVE', takenOverBy: null }]);
  });

  it('is handed back once the key has expired', async () => {
    const { graph } = await mint({ expiresAt: inSeconds(60) });
    await takeOver(3600, { graph });
    clock.advance(59_999);
    await turn();
    expect((await held()).status).toBe('HUMAN_ACTIVE');
    clock.advance(1);
    await turn();
    expect([(await held()).status, (await handedBack()).length]).toEqual(['ACTIVE', 1]);
  });

  it('stays with a member whose key was revoked', async () => {
    const mo = await member('AGENT');
    await takeOver(undefined, mo);
    const { viewer } = await mo.graph.ask<{ viewer: { apiKeyId: string } }>('{ viewer { apiKeyId } }');
    await revoke(viewer.apiKeyId);
    expect(await found()).toEqual([]);
    await turn();
    expect(await end({ orgId: workspace.orgId, id: parseGlobalId(id)?.rowId ?? '' })).toBe(false);
    expect((await held()).status).toBe('HUMAN_ACTIVE');
  });

  it('stays where somebody else has taken it over before the turn came to it', async () => {
    const { graph, apiKey } = await mint();
    await takeOver(undefined, { graph });
    await revoke(apiKey.id);
    await turn(async (over) => {
      if (over.orgId !== workspace.orgId) return end(over);
      await workspace.graph.ask(
        'mutation ($id: ID!) { handBackConversation(id: $id, force: true) { conversation { id } } }',
        { id },
      );
      await takeOver();
      return end(over);
    });
    expect((await held()).status).toBe('HUMAN_ACTIVE');
  });
});

it('a member that is removed hands back what it holds, with the event, and leaves no lease', async () => {
  const agent = await member('AGENT');
  await takeOver(60, agent);
  await workspace.graph.ask('mutation ($id: ID!) { removeMember(id: $id) { member { id } } }', { id: agent.id });
  expect(await held()).toEqual({ status: 'ACTIVE', takenOverBy: null, takenOverUntil: null });
  expect(await handedBack()).toHaveLength(1);
  const left = 'select lease_seconds, taken_over_until from conversations where org_id = $1 and id = $2';
  const { rows } = await app.database.pool.query(left, [workspace.orgId, parseGlobalId(id)?.rowId]);
  expect(rows).toEqual([{ lease_seconds: null, taken_over_until: null }]);
});
