import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createGraphClient } from '../support/graph-client.ts';
import { createRestClient } from '../support/rest-client.ts';
import { createWorkspace, type TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

type Made = Record<string, Record<string, { id: string }>>;
const idOf = (made: Made, what: string) => Object.values(made)[0]![what]!.id;
const auditOf = async (subjectId: string) =>
  workspace.graph.ask<{ auditLog: { nodes: { action: string }[] } }>(
    'query ($id: ID) { auditLog(subjectId: $id) { nodes { action apiKeyName changes { field before after } } } }',
    { id: subjectId },
  );

describe('a widget', () => {
  const create = async (input = '') =>
    workspace.graph.ask<{ createWidget: { widget: { id: string }; key: string } }>(
      `mutation { createWidget(input: { name: "Site", allowedOrigins: ["https://a.example"] ${input} }) { widget { id } key } }`,
    );
  const say = (key: string, origin: string) =>
    fetch(`${app.url}/api/chat`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', origin },
      body: JSON.stringify({ message: 'Hello' }),
    });

  it('lets other origins in once they are allowed, and the audit tells which before and after', async () => {
    const { widget, key } = (await create()).createWidget;
    expect((await say(key, 'https://b.example')).status).toBe(403);
    const update = `mutation ($id: ID!) { updateWidget(id: $id, input: { allowedOrigins: ["https://B.example"] }) { widget { name allowedOrigins } } }`;
    const changed = { updateWidget: { widget: { name: 'Site', allowedOrigins: ['https://b.example'] } } };
    expect(await workspace.graph.ask(update, { id: widget.id })).toEqual(changed);
    expect(await workspace.graph.ask(update, { id: widget.id })).toEqual(changed);
    expect((await say(key, 'https://b.example')).status).toBe(201);
    expect((await say(key, 'https://a.example')).status).toBe(403);
    const { auditLog } = await auditOf(widget.id);
    expect(auditLog.nodes.map(({ action }) => action)).toEqual(['widget.updated', 'widget.created']);
    expect(auditLog.nodes[0]).toMatchObject({
      apiKeyName: expect.any(String),
      changes: [{ field: 'allowedOrigins', before: ['https://a.example'], after: ['https://b.example'] }],
    });
  });

  it('that is deleted answers nobody, takes no lead and is in no list; its conversations stay', async () => {
    const { widget, key } = (await create()).createWidget;
    const rest = createRestClient(app.url, key);
    const { body } = await rest.send('POST', '/api/chat', { message: 'Hello' });
    const remove = 'mutation ($id: ID!) { deleteWidget(id: $id) { widget { id } } }';
    expect(await workspace.graph.ask(remove, { id: widget.id })).toEqual({ deleteWidget: { widget } });
    expect((await rest.send('POST', '/api/chat', { message: 'Hello' })).status).toBe(401);
    const lead = 'mutation ($id: ID!) { createLead(input: { name: "Ada", widgetId: $id }) { lead { id } } }';
    expect(await workspace.graph.refusal(lead, { id: widget.id })).toBe('INVALID');
    const relay =
      'mutation ($id: ID!) { sendVisitorMessage(widgetId: $id, input: { message: "Hi" }) { message { id } } }';
    expect(await workspace.graph.refusal(relay, { id: widget.id })).toBe('NOT_FOUND');
    expect(await workspace.graph.refusal(remove, { id: widget.id })).toBe('NOT_FOUND');
    expect(JSON.stringify(await workspace.graph.ask('{ widgets { nodes { id } } }'))).not.toContain(widget.id);
    const id = `cv_${(body as { conversation_id: string }).conversation_id}`;
    expect(await workspace.graph.ask('query ($id: ID!) { conversation(id: $id) { widget { name } } }', { id })).toEqual(
      {
        conversation: { widget: { name: 'Site' } },
      },
    );
  });

  it('keeps the public key its pages carry', async () => {
    const key = `cw_live_${'o-l.d_'.repeat(5)}`;
    expect((await create(`key: "${key}"`)).createWidget.key).toBe(key);
    expect((await say(key, 'https://a.example')).status).toBe(201);
    const again = `mutation { createWidget(input: { name: "Site", key: "${key}" }) { key } }`;
    expect(await workspace.graph.refusal(again)).toBe('CONFLICT');
    expect(await workspace.graph.refusal(again.replace(key, 'cw_live_short'))).toBe('INVALID');
  });
});

describe('a member', () => {
  it('is renamed', async () => {
    const made = await workspace.graph.ask<Made>(
      'mutation { createMember(input: { name: "Ada", email: "ada@example.com" }) { member { id } } }',
    );
    const id = idOf(made, 'member');
    const update =
      'mutation ($id: ID!, $input: UpdateMemberInput!) { updateMember(id: $id, input: $input) { member { name email } } }';
    expect(await workspace.graph.ask(update, { id, input: { name: 'Eve' } })).toEqual({
      updateMember: { member: { name: 'Eve', email: 'ada@example.com' } },
    });
    expect(await workspace.graph.ask(update, { id, input: { email: null } })).toEqual({
      updateMember: { member: { name: 'Eve', email: null } },
    });
  });

  it('that is removed loses its keys and what it holds, and what it said keeps its name', async () => {
    const { connectOpenClaw } = await workspace.graph.ask<{
      connectOpenClaw: { member: { id: string }; secret: string };
    }>('mutation { connectOpenClaw { member { id } secret } }');
    const { member, secret } = connectOpenClaw;
    const sent = await workspace.graph.ask<Made>(
      'mutation ($id: ID!) { sendVisitorMessage(widgetId: $id, input: { message: "Hi" }) { conversation { id } } }',
      { id: workspace.widgetId },
    );
    const id = idOf(sent, 'conversation');
    const agent = createGraphClient(app.url, secret);
    await agent.ask('mutation ($id: ID!) { takeOverConversation(id: $id) { conversation { id } } }', { id });
    await agent.ask('mutation ($id: ID!) { replyToConversation(id: $id, message: "Hello") { message { id } } }', {
      id,
    });

    const remove = 'mutation ($id: ID!) { removeMember(id: $id) { member { id } } }';
    const lesser = await workspace.graphAs(['members:write']);
    expect(await lesser.refusal(remove, { id: member.id })).toBe('FORBIDDEN');
    expect(await workspace.graph.ask(remove, { id: member.id })).toEqual({ removeMember: { member } });
    expect(await agent.refusal('{ viewer { apiKeyId } }')).toBe('UNAUTHENTICATED');
    const shown = await workspace.graph.ask<{ events: { nodes: object[] }; members: object }>(
      `query ($id: ID!) {
        conversation(id: $id) { status takenOverBy { name } transcript { role author { name } } }
        events(types: [CONVERSATION_HANDED_BACK]) { nodes { type } }
        members { nodes { name } }
      }`,
      { id },
    );
    expect(shown).toMatchObject({
      conversation: { status: 'ACTIVE', takenOverBy: null },
      events: { nodes: [{ type: 'CONVERSATION_HANDED_BACK' }] },
    });
    expect(JSON.stringify(shown)).toContain('{"role":"HUMAN","author":{"name":"OpenClaw"}}');
    expect(JSON.stringify(shown.members)).not.toContain('OpenClaw');
    const assign = 'mutation ($id: ID!) { createLead(input: { name: "Ada", assignedToId: $id }) { lead { id } } }';
    expect(await workspace.graph.refusal(assign, { id: member.id })).toBe('INVALID');
  });
});

describe('a key that was issued elsewhere', () => {
  const secret = `ai93_live_${'Old-Key_'.repeat(4)}`;
  const bring =
    'mutation ($input: ImportApiKeyInput!) { importApiKey(input: $input) { apiKey { id hint scopes business { id } } } }';
  const input = { name: 'Zapier', dialect: 'AI93', secret, scopes: ['leads:read'] };

  it('works as it is, once, and comes back after it was revoked', async () => {
    const rest = createRestClient(app.url, secret);
    expect((await rest.get('/api/v1/leads')).status).toBe(401);
    const { importApiKey } = await workspace.graph.ask<{ importApiKey: { apiKey: { id: string } } }>(bring, { input });
    expect(importApiKey.apiKey).toMatchObject({ hint: 'ai93_live_Old-', scopes: ['leads:read'], business: null });
    expect((await rest.get('/api/v1/leads')).status).toBe(200);
    expect((await rest.send('POST', '/api/v1/leads', {})).status).toBe(403);
    const other = await createWorkspace(app.app.services, app.url, 'Other');
    for (const { graph } of [workspace, other]) expect(await graph.refusal(bring, { input })).toBe('CONFLICT');

    await workspace.graph.ask('mutation ($id: ID!) { revokeApiKey(id: $id) { apiKey { id } } }', importApiKey.apiKey);
    expect((await rest.get('/api/v1/leads')).status).toBe(401);
    expect(await other.graph.refusal(bring, { input })).toBe('CONFLICT');
    expect(await workspace.graph.ask(bring, { input })).toEqual({ importApiKey });
    expect((await rest.get('/api/v1/leads')).status).toBe(200);
  });

  it.each([
    ['another prefix', { secret: `cw_dev_${'x'.repeat(30)}` }],
    ['19 characters', { secret: `ai93_live_${'x'.repeat(19)}` }],
    ['201 characters', { secret: `ai93_live_${'x'.repeat(201)}` }],
    ['a space', { secret: `ai93_live_${'x'.repeat(20)} y` }],
    ['no vendor', { dialect: 'GRAPHQL', secret: `tby_${'x'.repeat(43)}` }],
    ['a scope its vendor has not', { secret: `ai93_live_${'y'.repeat(30)}`, scopes: ['tasks:read'] }],
  ])('is refused with %s', async (_, wrong) => {
    expect(await workspace.graph.refusal(bring, { input: { ...input, ...wrong } })).toBe('INVALID');
  });

  it('is brought by staff alone where anybody may sign up', async () => {
    const owner = await workspace.graphAs(['keys:write', 'leads:read']);
    const lacking = await owner.send(bring, { input: { ...input, secret: `ai93_live_${'z'.repeat(30)}` } });
    expect(lacking).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN', scope: 'staff' } }] });
  });
});

it('a key and a business are renamed', async () => {
  const made = await workspace.graph.ask<Made>(
    'mutation { createApiKey(input: { name: "Old", dialect: AI93 }) { apiKey { id } } }',
  );
  const rename = 'mutation ($id: ID!) { updateApiKey(id: $id, input: { name: "New" }) { apiKey { name } } }';
  expect(await workspace.graph.ask(rename, { id: idOf(made, 'apiKey') })).toEqual({
    updateApiKey: { apiKey: { name: 'New' } },
  });
  const lesser = await workspace.graphAs(['keys:write']);
  expect(await lesser.refusal(rename, { id: idOf(made, 'apiKey') })).toBe('FORBIDDEN');
  const business = await workspace.graph.ask<Made>(
    'mutation { createBusiness(input: { name: "North" }) { business { id } } }',
  );
  const move = 'mutation ($id: ID!) { updateBusiness(id: $id, input: { name: "South" }) { business { name } } }';
  expect(await workspace.graph.ask(move, { id: idOf(business, 'business') })).toEqual({
    updateBusiness: { business: { name: 'South' } },
  });
});

it('the audit tells what a lead was before and after, until the lead is gone for good', async () => {
  const made = await workspace.graph.ask<Made>('mutation { createLead(input: { firstName: "Ada" }) { lead { id } } }');
  const id = idOf(made, 'lead');
  await workspace.graph.ask(
    'mutation ($id: ID!) { updateLead(id: $id, input: { firstName: "Eve" }) { lead { id } } }',
    { id },
  );
  const changes = [{ field: 'firstName', before: 'Ada', after: 'Eve' }];
  expect((await auditOf(id)).auditLog.nodes[0]).toMatchObject({ action: 'lead.updated', changes });
  await workspace.graph.ask('mutation ($id: ID!) { purgeLead(id: $id) { lead { id } } }', { id });
  expect(JSON.stringify(await auditOf(id))).not.toMatch(/Ada|Eve/);
});

describe('the audit', () => {
  const changesIn = async (action: string, subjectId: string) => {
    const { auditLog } = await workspace.graph.ask<{
      auditLog: { nodes: { action: string; apiKeyName: string; changes: object[] }[] };
    }>('query ($id: ID) { auditLog(subjectId: $id) { nodes { action apiKeyName changes { field before after } } } }', {
      id: subjectId,
    });
    return auditLog.nodes.find((entry) => entry.action === action);
  };
  const lead = async () =>
    idOf(await workspace.graph.ask<Made>('mutation { createLead(input: { name: "Ada" }) { lead { id } } }'), 'lead');
  const note = async (leadId: string) =>
    idOf(
      await workspace.graph.ask<Made>(
        'mutation ($id: ID!) { createNote(input: { leadId: $id, body: "One" }) { note { id } } }',
        { id: leadId },
      ),
      'note',
    );
  const told = (field: string, before: unknown, after: unknown) => ({
    apiKeyName: 'Operator',
    changes: [{ field, before, after }],
  });

  it('tells what a task, a note, a stage, a field and a playbook were before and are since, and nothing that stayed', async () => {
    const made = await workspace.graph.ask<Record<string, Record<string, { id: string }>>>(`mutation {
      createTask(input: { title: "Call", type: FOLLOW_UP }) { task { id } }
      createStage(input: { name: "Demo" }) { stage { id } }
      createCustomField(input: { name: "plan", label: "Plan", fieldType: TEXT }) { customField { id } }
    }`);
    const task = made['createTask']!['task']!.id;
    const stage = made['createStage']!['stage']!.id;
    const field = made['createCustomField']!['customField']!.id;
    const noteId = await note(await lead());
    await workspace.graph.ask(
      `mutation ($task: ID!, $note: ID!, $stage: ID!, $field: ID!) {
        updateTask(id: $task, input: { title: "Call back" }) { task { id } }
        updateNote(id: $note, input: { body: "Two", pinned: false }) { note { id } }
        updateStage(id: $stage, input: { order: 40 }) { stage { id } }
        updateCustomField(id: $field, input: { label: "Plan wanted" }) { customField { id } }
      }`,
      { task, note: noteId, stage, field },
    );
    expect(await changesIn('task.updated', task)).toMatchObject(told('title', 'Call', 'Call back'));
    expect(await changesIn('note.updated', noteId)).toMatchObject(told('body', 'One', 'Two'));
    expect(await changesIn('stage.updated', stage)).toMatchObject(told('order', expect.any(Number), 40));
    expect(await changesIn('custom_field.updated', field)).toMatchObject(told('label', 'Plan', 'Plan wanted'));
  });

  it('forgets what notes said of a lead that is gone for good', async () => {
    const leadId = await lead();
    const noteId = await note(leadId);
    await workspace.graph.ask(
      'mutation ($id: ID!) { updateNote(id: $id, input: { body: "Private" }) { note { id } } }',
      { id: noteId },
    );
    await workspace.graph.ask('mutation ($id: ID!) { purgeLead(id: $id) { lead { id } } }', { id: leadId });
    expect(await changesIn('note.updated', noteId)).toMatchObject({ changes: [] });
  });
});
