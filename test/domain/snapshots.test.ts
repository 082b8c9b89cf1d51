import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createEventLog } from '../../src/events/event-log.ts';
import { eventTypes } from '../../src/events/catalogue.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';

const clock = createTestClock();
let app: TestApp;
let workspace: TestWorkspace;

beforeAll(async () => {
  app = await startTestApp({ clock });
  workspace = await app.workspace();
});
afterAll(() => app.close());

/** Everything an event keeps; lists below its subject are live and stay out. */
const selection = `id type createdAt businessId
  ... on LeadEvent {
    lead {
      id name email status stage { id name } business { name } widget { name } assignedTo { name }
      tags context confidenceScore handoffDestination handedOffAt createdAt updatedAt deletedAt
    }
    previousStage { name } previousStatus metadata
    enrolment { id status trigger stopReason campaignName campaignId leadId createdAt updatedAt }
    note { id type body pinned author { name type } createdAt updatedAt }
    touchpoint { id type channel summary metadata author { name } occurredAt createdAt }
  }
  ... on ConversationEvent {
    conversation { id status takenOverBy { name type } takenOverAt closedAt widget { name } business { name } visitor { name } leadId updatedAt }
    message { id role content author { name } createdAt }
  }
  ... on TaskEvent { task { id title status dueAt completedAt result widget { name } business { name } updatedAt } }
  ... on FeedbackEvent { feedback { id type title status response respondedAt acknowledgedAt context updatedAt } }`;

type Told = {
  id: string;
  type: string;
  createdAt: string;
  lead?: { deletedAt: string | null; stage: { name: string } };
  previousStage?: { name: string } | null;
};

async function readEvents(): Promise<Told[]> {
  const { events } = await workspace.graph.ask<{ events: { nodes: Told[] } }>(
    `{ events(first: 150) { nodes { ${selection} } } }`,
  );
  return events.nodes;
}

async function replayEvents(count: number): Promise<unknown[]> {
  const client = createClient({
    url: app.wsUrl,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${workspace.keys.graphql}` },
  });
  const told: unknown[] = [];
  const query = `subscription { events(after: "evt_0000000000000000") { ${selection} } }`;
  for await (const { data } of client.iterate<{ events: Told }>({ query })) {
    told.push(data?.events);
    if (told.length === count) break;
  }
  await client.dispose();
  return told;
}

type Step = { readonly call: string; readonly types: readonly string[] };

/** The verbs in a row: what each is, and the events it fires, in their order. */
const story = (ids: {
  feedback: string;
  lead: string;
  note: string;
  conversation: string;
  task: string;
  member: string;
}): Step[] => {
  const lead = `id: "${ids.lead}"`;
  const conversation = `id: "${ids.conversation}"`;
  const updateLead = (input: string) => `updateLead(${lead}, input: { ${input} }) { lead { id } }`;
  const updateTask = (input: string) => `updateTask(id: "${ids.task}", input: { ${input} }) { task { id } }`;
  return [
    {
      call: updateLead(`assignedToId: "${ids.member}", tags: ["a"], context: { seenAt: "2026-01-01T00:00:00.000Z" }`),
      types: ['LEAD_UPDATED'],
    },
    { call: updateLead('stage: "proposal"'), types: ['LEAD_UPDATED', 'LEAD_STAGE_CHANGED', 'CAMPAIGN_ENROLLED'] },
    { call: updateLead('stage: "Proposal", tags: ["a"]'), types: [] },
    {
      call: `recordLeadReply(${lead}, message: "Yes") { lead { id } }`,
      types: ['TOUCHPOINT_RECORDED', 'LEAD_UPDATED', 'LEAD_STATUS_CHANGED', 'CAMPAIGN_STOPPED', 'LEAD_REPLIED'],
    },
    {
      call: `createNote(input: { leadId: "${ids.lead}", body: "Likes tea" }) { note { id } }`,
      types: ['NOTE_CREATED'],
    },
    { call: `updateNote(id: "${ids.note}", input: { pinned: true }) { note { id } }`, types: ['NOTE_UPDATED'] },
    { call: `updateNote(id: "${ids.note}", input: { pinned: true, body: "Call" }) { note { id } }`, types: [] },
    { call: `deleteNote(id: "${ids.note}") { note { id } }`, types: ['NOTE_DELETED'] },
    {
      call: `recordTouchpoint(input: { leadId: "${ids.lead}", type: CALL, metadata: { minutes: 7 } }) { touchpoint { id } }`,
      types: ['TOUCHPOINT_RECORDED'],
    },
    { call: updateLead('tier: HIGH'), types: ['LEAD_UPDATED'] },
    { call: `scoreLead(${lead}) { lead { id } }`, types: ['LEAD_SCORED'] },
    { call: `scoreLead(${lead}) { lead { id } }`, types: [] },
    { call: updateLead('status: CONVERTED'), types: ['LEAD_UPDATED', 'LEAD_STATUS_CHANGED', 'LEAD_CONVERTED'] },
    {
      call: `handOffLead(${lead}, destination: "crm", metadata: { deal: 7 }) { lead { id } }`,
      types: ['LEAD_UPDATED', 'LEAD_HANDED_OFF'],
    },
    { call: `handOffLead(${lead}, destination: "crm") { lead { id } }`, types: [] },
    { call: updateTask('title: "Call them", dueAt: "2026-06-01T00:00:00.000Z"'), types: ['TASK_UPDATED'] },
    { call: updateTask('status: COMPLETED, result: { answer: 42 }'), types: ['TASK_UPDATED', 'TASK_COMPLETED'] },
    { call: updateTask('status: COMPLETED'), types: [] },
    { call: `takeOverConversation(${conversation}) { conversation { id } }`, types: ['CONVERSATION_TAKEN_OVER'] },
    {
      call: `replyToConversation(${conversation}, message: "Hello") { message { id } }`,
      types: ['CONVERSATION_MESSAGE_SENT'],
    },
    { call: `handBackConversation(${conversation}) { conversation { id } }`, types: ['CONVERSATION_HANDED_BACK'] },
    { call: `closeConversation(${conversation}) { conversation { id } }`, types: ['CONVERSATION_CLOSED'] },
    { call: `deleteLead(${lead}) { lead { id } }`, types: ['LEAD_DELETED'] },
    { call: `restoreLead(${lead}) { lead { id } }`, types: ['LEAD_RESTORED'] },
    {
      call: 'submitFeedback(input: { type: BUG, title: "It fails", context: { a: 1 } }) { feedback { id } }',
      types: ['FEEDBACK_SUBMITTED'],
    },
    {
      call: `answerFeedback(id: "${ids.feedback}", input: { status: RESOLVED, response: "Done" }) { feedback { id } }`,
      types: ['FEEDBACK_ANSWERED'],
    },
    {
      call: `answerFeedback(id: "${ids.feedback}", input: { status: RESOLVED }) { feedback { id } }`,
      types: [],
    },
    { call: `purgeLead(${lead}) { lead { id } }`, types: ['LEAD_PURGED'] },
  ];
};

async function begin() {
  const made = await workspace.graph.ask<Record<string, Record<string, { id: string }>>>(
    `mutation {
      createMember(input: { name: "Grace" }) { member { id } }
      createBusiness(input: { name: "North" }) { business { id } }
      createCampaign(input: { name: "Welcome", trigger: STAGE_CHANGED, steps: [{ subject: "Hi", body: "Hello", delayHours: 0 }] }) {
        campaign { id }
      }
    }`,
  );
  const business = made['createBusiness']?.['business']?.id ?? '';
  const { createWidget } = await workspace.graph.ask<{ createWidget: { widget: { id: string } } }>(
    'mutation ($b: ID!) { createWidget(input: { name: "Shop", businessId: $b }) { widget { id } } }',
    { b: business },
  );
  const { sendVisitorMessage } = await workspace.graph.ask<{
    sendVisitorMessage: { conversation: { id: string; lead: { id: string; tasks: { nodes: { id: string }[] } } } };
  }>(
    `mutation ($w: ID!) { sendVisitorMessage(widgetId: $w, input: { message: "I am Ada, ada@example.com" }) {
      conversation { id lead { id tasks { nodes { id } } } } } }`,
    { w: createWidget.widget.id },
  );
  const { conversation } = sendVisitorMessage;
  const [task] = conversation.lead.tasks.nodes;
  const { createNote } = await workspace.graph.ask<{ createNote: { note: { id: string } } }>(
    'mutation ($id: ID!) { createNote(input: { leadId: $id, body: "Call" }) { note { id } } }',
    { id: conversation.lead.id },
  );
  const { submitFeedback } = await workspace.graph.ask<{ submitFeedback: { feedback: { id: string } } }>(
    'mutation { submitFeedback(input: { type: ERROR, title: "Slow" }) { feedback { id } } }',
  );
  return {
    feedback: submitFeedback.feedback.id,
    note: createNote.note.id,
    conversation: conversation.id,
    lead: conversation.lead.id,
    task: task?.id ?? '',
    member: made['createMember']?.['member']?.id ?? '',
  };
}

/** Makes today's rows say something else than they did, or takes them away altogether. */
async function overturn(): Promise<void> {
  const { prisma } = app.database;
  const where = { orgId: workspace.orgId };
  const renamed = { where, data: { name: 'Renamed' } };
  await prisma.stage.updateMany(renamed);
  await prisma.member.updateMany(renamed);
  await prisma.business.updateMany(renamed);
  await prisma.widget.updateMany(renamed);
  await prisma.campaign.updateMany(renamed);
  await prisma.apiKey.updateMany(renamed);
  await prisma.message.deleteMany({ where });
  await prisma.task.deleteMany({ where });
  await prisma.feedback.deleteMany({ where });
  await prisma.conversation.updateMany({ where, data: { leadId: null, status: 'ACTIVE' } });
  await prisma.lead.deleteMany({ where });
}

it('an event shows what was so when it happened, whatever has become of it', async () => {
  const ids = await begin();
  const told = await readEvents();
  expect(told.map(({ type }) => type)).toEqual([
    'CONVERSATION_MESSAGE_RECEIVED',
    'LEAD_CREATED',
    'TASK_CREATED',
    'CONVERSATION_MESSAGE_SENT',
    'NOTE_CREATED',
    'FEEDBACK_SUBMITTED',
  ]);
  for (const { call, types } of story(ids)) {
    clock.advance(60_000);
    await workspace.graph.ask(`mutation { ${call} }`);
    const fresh = (await readEvents()).slice(told.length);
    expect([call, fresh.map(({ type }) => type)]).toEqual([call, types]);
    expect(fresh.filter(({ createdAt }) => createdAt !== clock.now().toISOString())).toEqual([]);
    told.push(...fresh);
  }
  await overturn();
  expect(await readEvents()).toEqual(told);
  expect(await replayEvents(told.length)).toEqual(told);

  const of = (type: string) => told.find((event) => event.type === type);
  expect(of('LEAD_STAGE_CHANGED')).toMatchObject({
    previousStage: { name: 'New' },
    lead: {
      name: 'Ada',
      stage: { name: 'Proposal' },
      business: { name: 'North' },
      widget: { name: 'Shop' },
      assignedTo: { name: 'Grace' },
    },
  });
  expect(of('CAMPAIGN_ENROLLED')).toMatchObject({
    enrolment: { status: 'ACTIVE', trigger: 'STAGE_CHANGED', stopReason: null, campaignName: 'Welcome' },
    lead: { stage: { name: 'Proposal' } },
  });
  expect(of('CAMPAIGN_STOPPED')).toMatchObject({ enrolment: { status: 'STOPPED', stopReason: 'lead_replied' } });
  expect(of('LEAD_CONVERTED')).toMatchObject({ previousStatus: 'REPLIED', lead: { status: 'CONVERTED' } });
  expect(of('LEAD_REPLIED')).toMatchObject({ metadata: { message: 'Yes', channel: null } });
  expect(of('NOTE_UPDATED')).toMatchObject({ note: { body: 'Call', pinned: true, author: { name: 'Operator' } } });
  expect(of('NOTE_DELETED')).toMatchObject({ note: { body: 'Call' }, lead: { name: 'Ada' } });
  expect(of('TOUCHPOINT_RECORDED')).toMatchObject({
    touchpoint: { type: 'REPLY', summary: 'Yes', occurredAt: of('TOUCHPOINT_RECORDED')?.createdAt },
  });
  expect(of('LEAD_SCORED')).toMatchObject({ metadata: { previousScore: 0 }, lead: { confidenceScore: 15 } });
  expect(of('LEAD_HANDED_OFF')).toMatchObject({
    metadata: { deal: 7 },
    lead: { handedOffAt: of('LEAD_HANDED_OFF')?.createdAt },
  });
  expect([of('LEAD_DELETED')?.lead?.deletedAt, of('LEAD_RESTORED')?.lead?.deletedAt]).toEqual([
    of('LEAD_DELETED')?.createdAt,
    null,
  ]);
  expect(of('TASK_COMPLETED')).toMatchObject({
    task: { title: 'Call them', dueAt: '2026-06-01T00:00:00.000Z', result: { answer: 42 } },
  });
  expect(of('CONVERSATION_TAKEN_OVER')).toMatchObject({
    conversation: { takenOverBy: { name: 'Operator', type: 'API_KEY' } },
  });
  expect(of('CONVERSATION_HANDED_BACK')).toMatchObject({
    conversation: { takenOverBy: null, takenOverAt: null, status: 'ACTIVE' },
  });

  const unseen = [
    'task.failed',
    'campaign.completed',
    'email.sent',
    'email.draft_created',
    'email.approved',
    'email.discarded',
    'meeting.booked',
    'meeting.rescheduled',
    'meeting.cancelled',
    'webhook_endpoint.disabled',
    'webhook_endpoint.tested',
  ];
  const seen = eventTypes.filter((type) => !unseen.includes(type)).map((type) => type.replace('.', '_').toUpperCase());
  expect([...new Set(told.map(({ type }) => type))].toSorted()).toEqual(seen.toSorted());
});

it('a snapshot’s times are dates again when it is read', async () => {
  const own = await app.workspace();
  const say = `mutation ($id: ID!) {
    sendVisitorMessage(widgetId: $id, input: { message: "I am Ida, ida@example.com" }) { conversation { lead { id } } }
  }`;
  type Said = { sendVisitorMessage: { conversation: { lead: { id: string } } } };
  const { sendVisitorMessage: said } = await own.graph.ask<Said>(say, { id: own.widgetId });
  const handOff = 'mutation ($id: ID!) { handOffLead(id: $id, destination: "crm") { lead { id } } }';
  await own.graph.ask(handOff, { id: said.conversation.lead.id });
  const { events } = await own.graph.ask<{ events: { nodes: { id: string }[] } }>(
    '{ events(types: [LEAD_HANDED_OFF]) { nodes { id } } }',
  );
  const id = events.nodes[0]?.id ?? '';
  const [event] = await createEventLog(app.database, { orgId: own.orgId, businessId: null, conversationId: null }).find(
    [id],
  );
  const { lead } = event?.snapshot ?? {};
  for (const time of [
    event?.createdAt,
    lead?.createdAt,
    lead?.updatedAt,
    lead?.handedOffAt,
    lead?.stage.createdAt,
    lead?.widget?.createdAt,
  ]) {
    expect(time).toBeInstanceOf(Date);
  }
  expect(lead?.deletedAt).toBeNull();
});
