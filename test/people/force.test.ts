import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allScopes } from '../../src/access/scopes.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { GraphClient } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { invite, join, keyOf } from './team.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

const force = 'mutation ($id: ID!) { handBackConversation(id: $id, force: true) { conversation { status } } }';

async function held(): Promise<string> {
  const { sendVisitorMessage: sent } = await workspace.graph.ask<{
    sendVisitorMessage: { conversation: { id: string } };
  }>('mutation ($w: ID!) { sendVisitorMessage(widgetId: $w, input: { message: "Hi" }) { conversation { id } } }', {
    w: workspace.widgetId,
  });
  const { id } = sent.conversation;
  await workspace.graph.ask('mutation ($id: ID!) { takeOverConversation(id: $id) { conversation { id } } }', { id });
  return id;
}

async function lockedKey(): Promise<GraphClient> {
  const { createBusiness } = await workspace.graph.ask<{ createBusiness: { business: { id: string } } }>(
    'mutation { createBusiness(input: { name: "Shop" }) { business { id } } }',
  );
  return workspace.graphAs(allScopes, createBusiness.business.id);
}

describe('ending somebody else’s takeover is for who may manage the team', () => {
  it.each([
    [
      'a key of an owner that holds no more than handing back',
      async () => keyOf(app, workspace, (await invite(workspace.graph, 'OWNER')).memberId, ['conversations:handback']),
    ],
    ['a key locked to a business, whatever it holds', lockedKey],
    ['an agent', async () => (await join(app, workspace, 'AGENT')).graph],
  ])('and refused to %s', async (_, make) => {
    expect(await (await make()).refusal(force, { id: await held() })).toBe('FORBIDDEN');
  });

  it('and allowed to a key of an owner that holds both', async () => {
    const { memberId } = await invite(workspace.graph, 'OWNER');
    const graph = await keyOf(app, workspace, memberId, ['conversations:handback', 'members:write']);
    expect(await graph.ask(force, { id: await held() })).toEqual({
      handBackConversation: { conversation: { status: 'ACTIVE' } },
    });
  });
});
