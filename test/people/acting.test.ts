import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { createRestClient } from '../support/rest-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { ask, signIn } from './browser.ts';
import { newLead, peopleOf } from './people-of.ts';
import { removeMember } from './team.ts';

const clock = createTestClock();
let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => void (app = await startTestApp({ clock })));
afterAll(() => app.close());
beforeEach(async () => void (workspace = await app.workspace()));

const { come, revoke } = peopleOf(
  () => app,
  () => workspace,
);

describe('a session is hidden', () => {
  it('from the list of keys, and from whom names it', async () => {
    const { cookie } = await come('OWNER');
    const { data } = await ask<{ viewer: { apiKeyId: string } }>(app, cookie, '{ viewer { apiKeyId } }');
    const id = data?.viewer.apiKeyId ?? '';
    const { apiKeys } = await workspace.graph.ask<{ apiKeys: { totalCount: number; nodes: { id: string }[] } }>(
      '{ apiKeys { totalCount nodes { id } } }',
    );
    expect(apiKeys.nodes.map(({ id: each }) => each)).not.toContain(id);
    expect(apiKeys.totalCount).toBe(apiKeys.nodes.length);
    expect(await workspace.graph.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null });
    for (const change of [
      'mutation ($id: ID!) { revokeApiKey(id: $id) { apiKey { id } } }',
      'mutation ($id: ID!) { updateApiKey(id: $id, input: { name: "Mine" }) { apiKey { id } } }',
    ])
      expect(await workspace.graph.refusal(change, { id })).toBe('NOT_FOUND');
    expect(await workspace.graph.refusal('query ($id: ID!) { apiKeys(after: $id) { nodes { id } } }', { id })).toBe(
      'INVALID',
    );
  });

  it('and never stands in for a key that mints keys', async () => {
    await signIn(app, { key: workspace.keys.graphql });
    await come('OWNER');
    await revoke(workspace.keys.clawcrm);
    await expect(revoke(workspace.keys.graphql)).rejects.toThrow('CONFLICT');
  });

  it('at the REST interfaces it is no key', async () => {
    const { cookie } = await signIn(app, { key: workspace.keys.clawcrm });
    const rest = createRestClient(app.url, cookie.slice(cookie.indexOf('=') + 1));
    expect((await rest.get('/api/openclaw/leads')).status).toBe(401);
  });
});

describe('what a person does', () => {
  it('is theirs: the reply, the takeover and the audit name the member', async () => {
    const { memberId, cookie, email } = await come('AGENT');
    const { sendVisitorMessage: sent } = await workspace.graph.ask<{
      sendVisitorMessage: { conversation: { id: string } };
    }>('mutation ($w: ID!) { sendVisitorMessage(widgetId: $w, input: { message: "Hi" }) { conversation { id } } }', {
      w: workspace.widgetId,
    });
    const { id } = sent.conversation;
    const take =
      'mutation ($id: ID!) { takeOverConversation(id: $id) { conversation { takenOverBy { id name type } } } }';
    const author = { id: memberId, name: email.split('@')[0], type: 'HUMAN' };
    expect((await ask(app, cookie, take, { id })).data).toEqual({
      takeOverConversation: { conversation: { takenOverBy: author } },
    });
    const reply =
      'mutation ($id: ID!) { replyToConversation(id: $id, message: "Hello") { message { author { id name type } } } }';
    expect((await ask(app, cookie, reply, { id })).data).toEqual({ replyToConversation: { message: { author } } });
    const { auditLog } = await workspace.graph.ask<{ auditLog: { nodes: { action: string }[] } }>(
      'query ($id: ID!) { auditLog(memberId: $id) { nodes { action member { id } } } }',
      { id: memberId },
    );
    const done = ['conversation.message_sent', 'conversation.taken_over', 'member.joined', 'session.opened'];
    expect(auditLog.nodes.toSorted((one, other) => one.action.localeCompare(other.action))).toEqual(
      done.map((action) => ({ action, member: { id: memberId } })),
    );
    await workspace.graph.ask(removeMember, { id: memberId });
    expect(await workspace.graph.ask('query ($id: ID!) { conversation(id: $id) { status } }', { id })).toEqual({
      conversation: { status: 'ACTIVE' },
    });
  });

  it('in a session of a key that nobody stands behind is that key’s', async () => {
    const { cookie } = await signIn(app, { key: workspace.keys.graphql });
    await ask(app, cookie, newLead);
    const entry = '{ viewer { apiKeyId } auditLog(first: 50) { nodes { action apiKeyId member { id } } } }';
    const { viewer, auditLog } = await workspace.graph.ask<{
      viewer: { apiKeyId: string };
      auditLog: { nodes: object[] };
    }>(entry);
    expect(auditLog.nodes).toContainEqual({ action: 'lead.created', apiKeyId: viewer.apiKeyId, member: null });
  });

  it('reaches no other workspace', async () => {
    const other = await app.workspace();
    const { createLead } = await other.graph.ask<{ createLead: { lead: { id: string } } }>(newLead);
    const { cookie } = await come('OWNER');
    const { data } = await ask(app, cookie, `{ lead(id: "${createLead.lead.id}") { id } leads { nodes { id } } }`);
    expect(data).toEqual({ lead: null, leads: { nodes: [] } });
  });
});
