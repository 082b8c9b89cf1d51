import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelAt, openChatCompletions, saying } from '../outside/chat-completions-server.ts';
import { mailBy, type MailServer, openMailServer } from '../outside/mail/mail-server.ts';
import type { ProviderServer } from '../outside/provider-server.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { createGraphClient } from '../support/graph-client.ts';
import { createRestClient, type RestClient } from '../support/rest-client.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { type Body, openQuincerSubscriber, type QuincerSubscriber } from './quincer-subscriber.ts';

/*
 * Quincer's document, section "Webhooks": each of its eight events, by what its table says fires it, as a subscriber gets it. Agents act
 * over Quincer's REST and visitors through the widget; what its document leaves to the dashboard is done in the graph.
 */

const clock = createTestClock();
const at = () => clock.now().toISOString();
let app: TestApp;
let model: ProviderServer;
let mailServer: MailServer;
let workspace: TestWorkspace;
let subscriber: QuincerSubscriber;
/** An agent that the workspace connected. */
let agent: RestClient;
let agentId: string;
let agentsGraph: TestWorkspace['graph'];
let visitor: Visitor;
let conversationId: string;
let leadId: string;

beforeAll(async () => {
  [model, mailServer] = [await openChatCompletions(), await openMailServer()];
  app = await startTestApp({
    clock,
    outside: {
      translate: null,
      model: modelAt(model.url),
      mail: mailBy(mailServer),
    },
    outsideAllowedRanges: ['127.0.0.0/8'],
  });
  workspace = await app.workspace();
  subscriber = await openQuincerSubscriber(app, workspace);
  const { connectOpenClaw: connected } = await workspace.graph.ask<{
    connectOpenClaw: { secret: string; member: { id: string } };
  }>('mutation { connectOpenClaw { secret member { id } } }');
  agent = createRestClient(app.url, connected.secret);
  agentId = connected.member.id.replace(/^\w+_/, '');
  agentsGraph = createGraphClient(app.url, connected.secret);
  visitor = createVisitor(app.url, workspace.keys.widget);
});
afterAll(async () => {
  await app.close();
  await Promise.all([model.close(), mailServer.close(), subscriber.close()]);
});

const toldOf = (act: () => Promise<unknown>) => subscriber.toldOf(act);
const typesOf = (bodies: readonly Body[]) => bodies.map(({ type }) => type);
const only = (bodies: readonly Body[], type: string) => {
  const [body, ...more] = bodies.filter((one) => one.type === type);
  if (!body || more.length > 0) throw new Error(`There is not one ${type}: ${typesOf(bodies).join()}`);
  return body.data;
};

const update = (fields: object, method = 'POST') => agent.send(method, `/api/v1/leads/${leadId}`, fields);
const lead = async () => (await agent.get(`/api/v1/leads/${leadId}`)).body as Record<string, unknown>;

/** The lead as REST shows it, without what the single record adds. */
async function shownLead() {
  const { tasks: _, ...shown } = await lead();
  return shown;
}

describe('Quincer’s events', { shuffle: false }, () => {
  it('conversation.message_received fires as a visitor sends any message, and for nobody else’s', async () => {
    const first = await toldOf(async () => {
      const { body } = await visitor.say('Do you ship to Norway?', undefined, { visitor: { language: 'en' } });
      conversationId = body.conversation_id;
      expect(body.reply?.content).toBe('We sell oak kitchens.');
    });
    expect(typesOf(first)).toEqual(['conversation.message_received']);
    expect(first[0]?.created).toBe(clock.now().getTime() / 1000);
    expect(first[0]?.data).toEqual({
      object: 'message',
      id: expect.stringMatching(/^[0-9a-z]{26}$/),
      conversation_id: conversationId,
      role: 'visitor',
      content: 'Do you ship to Norway?',
      original_content: 'Do you ship to Norway?',
      language: 'en',
      translated: false,
      author: null,
      created_at: at(),
      status: 'active',
    });
    const route = `/api/v1/conversations/${conversationId}`;
    const agents = await toldOf(async () => {
      await agent.send('POST', `${route}/takeover`);
      await agent.send('POST', `${route}/reply`, { message: 'We do.' });
    });
    expect(agents).toEqual([]);
    const held = await toldOf(() => visitor.say('How long does it take?', conversationId));
    expect(held).toMatchObject([{ type: 'conversation.message_received', data: { status: 'human_active' } }]);
    const back = await toldOf(() => agent.send('POST', `${route}/handback`));
    expect(back).toEqual([]);
    const relayed = await toldOf(() => visitor.say('Thanks', conversationId));
    expect(relayed).toMatchObject([{ type: 'conversation.message_received', data: { status: 'active' } }]);
  });

  it('lead.created fires as a new lead is captured, once, and task.created as its follow-up is scheduled', async () => {
    const told = await toldOf(() =>
      visitor.say('I am Ada Lovelace, ada@acme.example. We need oak kitchens by March.', conversationId),
    );
    expect(typesOf(told)).toEqual(['conversation.message_received', 'lead.created', 'task.created']);
    const created = only(told, 'lead.created');
    leadId = String(created['id']);
    expect(created).toEqual({
      object: 'lead',
      id: expect.stringMatching(/^[0-9a-z]{26}$/),
      widget_id: workspace.widgetId.replace('wdg_', ''),
      conversation_id: conversationId,
      stage: 'new',
      temperature: expect.stringMatching(/^(?:hot|warm|cold)$/),
      score: expect.any(Number),
      tags: [],
      name: 'Ada Lovelace',
      email: 'ada@acme.example',
      phone: null,
      company: null,
      job_title: null,
      assigned_to: null,
      bant: { budget: null, authority: null, need: 'oak kitchens', timeline: 'by March' },
      created_at: at(),
      updated_at: at(),
    });
    expect(created).toEqual(await shownLead());
    expect(only(told, 'task.created')).toEqual({
      object: 'task',
      id: expect.stringMatching(/^[0-9a-z]{26}$/),
      widget_id: workspace.widgetId.replace('wdg_', ''),
      lead_id: leadId,
      conversation_id: conversationId,
      type: 'follow_up',
      status: 'pending',
      title: 'Follow up with Ada',
      due_at: expect.any(String),
      created_at: at(),
      updated_at: at(),
      completed_at: null,
      execution: null,
      result: null,
    });
    const again = await toldOf(() => visitor.say('It is still ada@acme.example', conversationId));
    expect(typesOf(again)).toEqual(['conversation.message_received']);
  });

  it('lead.updated fires as any field changes, and not where none does', async () => {
    const fields = {
      temperature: 'hot',
      score: 91,
      tags: ['vip'],
      assigned_to: agentId,
      name: 'Ada King',
      email: 'ada@king.example',
      phone: '+44 20 7946 0958',
      company: 'Engines Ltd',
      job_title: 'Countess',
      bant: { budget: '$5k' },
    };
    for (const [field, value] of Object.entries(fields)) {
      clock.advance(1000);
      const told = await toldOf(() => update({ [field]: value }));
      expect(told, field).toMatchObject([{ type: 'lead.updated', data: { object: 'lead', id: leadId } }]);
      expect(told[0]?.data).toEqual(await shownLead());
      expect(told[0]?.data, field).toMatchObject({ [field]: value });
      expect(await toldOf(() => update({ [field]: value })), `${field} again`).toEqual([]);
    }
    const legacy = await toldOf(() => update({ jobTitle: 'Analyst' }, 'PATCH'));
    expect(legacy).toMatchObject([{ type: 'lead.updated', data: { job_title: 'Analyst' } }]);
    const said = await toldOf(() => visitor.say('Our budget is $9k', conversationId));
    expect(typesOf(said)).toContain('conversation.message_received');
  });

  it('lead.stage_changed fires as the lead moves between stages, with the stage before under both names', async () => {
    const told = await toldOf(() => update({ stage: 'qualified' }));
    expect(typesOf(told)).toEqual(['lead.stage_changed', 'lead.updated']);
    const moved = only(told, 'lead.stage_changed');
    expect(moved).toEqual({ ...(await shownLead()), previous_stage: 'new', previousStage: 'new' });
    expect(moved).toMatchObject({ stage: 'qualified' });
    expect(await toldOf(() => update({ stage: 'qualified' }))).toEqual([]);
    expect(typesOf(await toldOf(() => update({ tags: ['vip', 'oak'] })))).toEqual(['lead.updated']);
  });

  it('task.created fires as an agent logs what is to be done, and task.completed as it is done, not as it fails', async () => {
    const make = async (type: string) => {
      let id = '';
      const told = await toldOf(async () => {
        const { createTask } = await agentsGraph.ask<{ createTask: { task: { id: string } } }>(
          'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }',
          { input: { type, title: 'Qualify', leadId: `ld_${leadId}` } },
        );
        ({ id } = createTask.task);
      });
      expect(told).toMatchObject([{ type: 'task.created', data: { type: type.toLowerCase(), status: 'pending' } }]);
      return id;
    };
    const end = (id: string, input: object) =>
      toldOf(() =>
        agentsGraph.ask(
          'mutation ($id: ID!, $input: UpdateTaskInput!) { updateTask(id: $id, input: $input) { task { id } } }',
          { id, input },
        ),
      );
    const id = await make('QUALIFICATION');
    clock.advance(60_000);
    const done = await end(id, { status: 'COMPLETED', result: { fit: 'good' } });
    expect(typesOf(done)).toEqual(['task.completed']);
    expect(done[0]?.data).toEqual((await agent.get(`/api/v1/tasks/${id.replace('tsk_', '')}`)).body);
    expect(done[0]?.data).toMatchObject({
      type: 'qualification',
      status: 'completed',
      completed_at: at(),
      result: { fit: 'good' },
    });
    for (const status of ['FAILED', 'CANCELLED']) expect(await end(await make('CRM_SYNC'), { status })).toEqual([]);
  });

  it('task.completed fires as the product carries one out itself', async () => {
    const told = await toldOf(async () => {
      await workspace.graph.ask('mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }', {
        input: { type: 'ENRICHMENT', title: 'Look up', leadId: `ld_${leadId}`, automated: true },
      });
      await expect
        .poll(async () => {
          clock.advance(1000);
          return subscriber.types();
        })
        .toContain('task.completed');
    });
    expect(only(told, 'task.created')).toMatchObject({ type: 'enrichment', status: 'pending' });
    expect(only(told, 'task.completed')).toMatchObject({ type: 'enrichment', status: 'completed', lead_id: leadId });
  });

  it('email.draft_created fires as a draft is ready for review, and email.sent as it goes out, not before', async () => {
    model.become(saying(JSON.stringify({ subject: 'Oak for Engines', body: 'Hello Ada,\n\nshall we talk?' })));
    let emailId = '';
    const drafted = await toldOf(async () => {
      const { draftEmail } = await workspace.graph.ask<{ draftEmail: { email: { id: string } } }>(
        'mutation ($id: ID!) { draftEmail(leadId: $id, instructions: "Offer a talk") { email { id } } }',
        { id: `ld_${leadId}` },
      );
      emailId = draftEmail.email.id;
    });
    const draft = {
      object: 'email',
      id: emailId.replace('mail_', ''),
      lead_id: leadId,
      campaign_id: null,
      subject: 'Oak for Engines',
      body_text: 'Hello Ada,\n\nshall we talk?',
      body_html: null,
      to: 'ada@king.example',
      from: null,
      status: 'draft',
      created_at: at(),
      sent_at: null,
    };
    expect(typesOf(drafted)).toEqual(['email.draft_created']);
    expect(drafted[0]?.data).toEqual(draft);

    const sent = await toldOf(async () => {
      await workspace.graph.ask('mutation ($id: ID!) { approveEmail(id: $id) { email { id } } }', { id: emailId });
      expect(subscriber.types()).toEqual([]);
      await expect
        .poll(() => {
          clock.advance(60_000);
          return mailServer.taken.length;
        })
        .toBe(1);
      await expect.poll(() => subscriber.types()).toContain('email.sent');
    });
    expect(mailServer.taken[0]?.to).toBe('ada@king.example');
    expect(only(sent, 'email.sent')).toEqual({
      ...draft,
      body_html: expect.stringContaining('shall we talk?'),
      from: 'Team <team@example.com>',
      status: 'sent',
      sent_at: expect.any(String),
    });
    expect(typesOf(sent).filter((type) => type.startsWith('email.'))).toEqual(['email.sent']);
  });

  it('email.sent does not fire for a mail that the server takes never', async () => {
    mailServer.behave({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error('No.'), { responseCode: 550 })),
    });
    const told = await toldOf(async () => {
      await workspace.graph.ask(
        'mutation ($id: ID!) { sendEmail(leadId: $id, subject: "Hi", body: "Hello") { email { id } } }',
        { id: `ld_${leadId}` },
      );
      await expect
        .poll(async () => {
          clock.advance(600_000);
          return app.database.prisma.scheduledEmail.count({ where: { orgId: workspace.orgId, state: 'BOUNCED' } });
        })
        .toBe(1);
    });
    expect(typesOf(told)).toEqual(['lead.updated']);
  });
});
