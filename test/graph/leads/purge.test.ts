import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

const bare = (id: string) => id.slice(id.indexOf('_') + 1);
const purge = (id: string) =>
  workspace.graph.send('mutation ($id: ID!) { purgeLead(id: $id) { lead { id name } } }', { id });

type Talk = {
  sendVisitorMessage: { conversation: { id: string; lead: { id: string; tasks: { nodes: { id: string }[] } } } };
};

/** A lead that was captured in a chat, with its follow-up task and a row of everything that goes with a lead. */
async function capture(email: string) {
  const { sendVisitorMessage } = await workspace.graph.ask<Talk>(
    `mutation ($w: ID!, $m: String!) { sendVisitorMessage(widgetId: $w, input: { message: $m }) {
      conversation { id lead { id tasks { nodes { id } } } } } }`,
    { w: workspace.widgetId, m: `I am Ada, ${email}` },
  );
  const { id: conversation, lead } = sendVisitorMessage.conversation;
  return { conversation, lead: lead.id, task: lead.tasks.nodes[0]?.id ?? '' };
}

async function hangBelow(leadId: string): Promise<void> {
  const { prisma } = app.database;
  const { orgId } = workspace;
  const at = new Date();
  const row = (id: string) => ({ orgId, id: `${id}-${leadId}`, createdAt: at });
  await prisma.note.create({ data: { ...row('note'), leadId, body: 'x', updatedAt: at } });
  await prisma.touchpoint.create({ data: { ...row('touch'), leadId, type: 'CALL', occurredAt: at } });
  await prisma.campaign.create({
    data: { ...row('campaign'), name: 'x', trigger: 'MANUAL', steps: [], updatedAt: at },
  });
  const campaignId = `campaign-${leadId}`;
  await prisma.enrolment.create({ data: { ...row('enrol'), leadId, campaignId, trigger: 'MANUAL', updatedAt: at } });
  await prisma.scheduledEmail.create({
    data: {
      ...row('mail'),
      leadId,
      campaignId,
      enrolmentId: `enrol-${leadId}`,
      step: 1,
      subject: 'x',
      body: 'x',
      dueAt: at,
      updatedAt: at,
    },
  });
  await prisma.automationRun.create({
    data: {
      ...row('run'),
      leadId,
      ruleId: 'r',
      ruleName: 'r',
      trigger: 'NO_TOUCH',
      fromStageName: 'a',
      toStageName: 'b',
    },
  });
}

const tables = ['leads', 'notes', 'touchpoints', 'enrolments', 'scheduled_emails', 'automation_runs'];

async function rowsOf(leadId: string): Promise<Record<string, number>> {
  const counts = tables.map(
    (table) =>
      `select '${table}' as name, count(*)::int as count from ${table} where ${table === 'leads' ? 'id' : 'lead_id'} = $1`,
  );
  const { rows } = await app.database.pool.query<{ name: string; count: number }>(counts.join(' union all '), [leadId]);
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

describe('a lead that is removed for good', () => {
  it('takes with it what is its own, and leaves its conversation and task without it', async () => {
    const { lead, conversation, task } = await capture('ada@example.com');
    await hangBelow(bare(lead));
    expect(Object.values(await rowsOf(bare(lead)))).toEqual(tables.map(() => 1));
    expect((await purge(lead)).data).toEqual({ purgeLead: { lead: { id: lead, name: 'Ada' } } });
    expect(Object.values(await rowsOf(bare(lead)))).toEqual(tables.map(() => 0));
    expect(
      await workspace.graph.ask(
        'query ($c: ID!, $t: ID!) { conversation(id: $c) { leadId lead { id } } task(id: $t) { leadId lead { id } } }',
        { c: conversation, t: task },
      ),
    ).toEqual({ conversation: { leadId: null, lead: null }, task: { leadId: null, lead: null } });
    expect((await purge(lead)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  it('leaves its events, and one that shows it as it last was', async () => {
    const { lead } = await capture('bea@example.com');
    await purge(lead);
    const { events } = await workspace.graph.ask<{ events: { nodes: { type: string; lead?: unknown }[] } }>(
      '{ events(first: 200) { nodes { type ... on LeadEvent { lead { id email tasks { totalCount } } } } } }',
    );
    const own = events.nodes.filter((event) => JSON.stringify(event).includes(lead));
    expect(own).toEqual(
      ['LEAD_CREATED', 'LEAD_PURGED'].map((type) => ({
        type,
        lead: { id: lead, email: 'bea@example.com', tasks: null },
      })),
    );
  });

  it('may have been deleted before', async () => {
    const { lead } = await capture('cleo@example.com');
    await workspace.graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id: lead });
    expect((await purge(lead)).errors).toEqual([]);
    const list = await workspace.graph.ask('{ leads(filter: { deletedOnly: true }) { nodes { id } } }');
    expect(list).toEqual({ leads: { nodes: [] } });
  });

  it('takes no task or note along that comes at the same moment, and fails none of them for no reason', async () => {
    const { lead } = await capture('finn@example.com');
    const add = (mutation: string) =>
      workspace.graph.send(`mutation ($lead: ID!) { ${mutation} { __typename } }`, { lead });
    const adding = Array.from({ length: 6 }, (_, n) => [
      add(`createTask(input: { type: OTHER, title: "Call ${n}", leadId: $lead })`),
      add(`createNote(input: { leadId: $lead, body: "Call ${n}" })`),
    ]).flat();
    const [purged, ...added] = await Promise.all([purge(lead), ...adding]);
    expect(purged.errors).toEqual([]);
    const codes = added.flatMap(({ errors }) => errors.map(({ extensions }) => extensions['code']));
    expect(codes.filter((code) => code !== 'INVALID' && code !== 'NOT_FOUND')).toEqual([]);
    const { rows } = await app.database.pool.query(
      'select 1 from tasks where lead_id = $1 union all select 1 from notes where lead_id = $1',
      [bare(lead)],
    );
    expect(rows).toEqual([]);
  });

  it('goes once, however many ask at once, and while the visitor writes on', async () => {
    const { lead, conversation } = await capture('dora@example.com');
    const write = () =>
      workspace.graph.send(
        'mutation ($w: ID!, $c: ID!) { sendVisitorMessage(widgetId: $w, input: { message: "Hello?", conversationId: $c }) { message { id } } }',
        { w: workspace.widgetId, c: conversation },
      );
    const [purges, writes] = await Promise.all([
      Promise.all(Array.from({ length: 5 }, () => purge(lead))),
      Promise.all(Array.from({ length: 5 }, write)),
    ]);
    const codes = purges.flatMap(({ errors }) => errors.map(({ extensions }) => extensions['code']));
    expect(codes).toEqual(Array.from({ length: 4 }, () => 'NOT_FOUND'));
    expect(writes.flatMap(({ errors }) => errors)).toEqual([]);
  });
});
