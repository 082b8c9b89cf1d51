import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestClock, type TestApp } from '../../support/app.ts';
import { testEngine } from '../../support/database.ts';
import { patiently } from '../../support/patiently.ts';
import type { TestWorkspace } from '../../support/workspace.ts';
import { someone } from '../intake/sources.ts';
import type { ProviderServer } from '../provider-server.ts';
import { type Invitee, inviteeUri, openCalendly } from './booking-servers.ts';
import { connect, type Hook, leadsOf, meetingEvents, openBookings, postCalendly, typesOf } from './connected.ts';

const clock = createTestClock();
let app: TestApp;
let server: ProviderServer;
let workspace: TestWorkspace;
let hook: Hook;
beforeAll(async () => {
  server = await openCalendly();
  app = await openBookings({ calendly: server.url, calCom: server.url }, { clock });
});
afterAll(async () => {
  await app.close();
  await server.close();
});
beforeEach(async () => {
  workspace = await app.workspace();
  hook = await connect(app, workspace, server);
});

const tell = (event: string) => (invitee: Invitee) => {
  clock.advance(1000);
  return postCalendly(hook, event, invitee, clock.now());
};
const created = tell('invitee.created');
const cancelled = tell('invitee.canceled');
const touchpoints = async (email: string) =>
  (await leadsOf(workspace, email)).flatMap((lead) => lead.touchpoints.nodes.map(({ type }) => type));

describe('a booking', () => {
  it('makes a lead, a touchpoint that rules act on, and an event that says where to join', async () => {
    const { graph } = workspace;
    await graph.ask(
      'mutation { createAutomationRule(input: { name: "Booked", trigger: MEETING_BOOKED, targetStage: "qualified" }) { rule { id } } }',
    );
    const email = someone();
    expect(await created({ email })).toBe(202);
    const [lead, ...others] = await leadsOf(workspace, email);
    expect([lead, others]).toMatchObject([
      { name: 'Ada Lovelace', source: 'calendly', stage: { key: 'qualified' } },
      [],
    ]);
    expect(lead?.touchpoints.nodes).toEqual([
      {
        type: 'MEETING_BOOKED',
        channel: 'calendly',
        summary: 'Booked “30 Minute Meeting”.\nWhat is it about?: An oak kitchen',
        metadata: {
          eventUri: 'https://api.calendly.test/scheduled_events/EV',
          startTime: '2026-05-20T10:00:00.000Z',
          joinUrl: 'https://zoom.test/j/1',
        },
      },
    ]);
    expect(await meetingEvents(workspace)).toMatchObject([
      {
        type: 'MEETING_BOOKED',
        lead: { email },
        meeting: {
          state: 'BOOKED',
          title: '30 Minute Meeting',
          joinUrl: 'https://zoom.test/j/1',
          startsAt: '2026-05-20T10:00:00.000Z',
          movedFromAt: null,
        },
      },
    ]);
  });

  it('finds the lead of the address, and notes what differs of it', async () => {
    const email = someone();
    await workspace.graph.ask(
      'mutation ($email: String!) { createLead(input: { email: $email, name: "Grace", source: "manual" }) { lead { id } } }',
      { email },
    );
    await created({ email: email.toUpperCase(), name: 'Mallory' });
    const [lead, ...others] = await leadsOf(workspace, email);
    expect([lead, others]).toMatchObject([{ name: 'Grace', source: 'manual' }, []]);
    expect(await touchpoints(email)).toEqual(['MEETING_BOOKED']);
    const { lead: read } = await workspace.graph.ask<{ lead: { notes: { nodes: { body: string }[] } } }>(
      'query ($id: ID!) { lead(id: $id) { notes { nodes { body } } } }',
      { id: lead?.id },
    );
    expect(read.notes.nodes.map(({ body }) => body).join()).toMatch(/booking on Calendly.*Mallory/s);
  });

  it('that comes twice, at once or later, is one', async () => {
    const [email, uri] = [someone(), inviteeUri()];
    expect(await Promise.all([created({ email, uri }), created({ email, uri })])).toEqual([202, 202]);
    expect(await created({ email, uri })).toBe(202);
    expect(await touchpoints(email)).toEqual(['MEETING_BOOKED']);
    expect(typesOf(await meetingEvents(workspace))).toEqual(['MEETING_BOOKED']);
  });

  it('of two invitees makes two leads, of whom one may cancel', async () => {
    const [one, two] = [
      { email: someone(), uri: inviteeUri() },
      { email: someone(), uri: inviteeUri() },
    ];
    await created(one);
    await created(two);
    await cancelled(two);
    expect([await touchpoints(one.email), await touchpoints(two.email)]).toEqual([
      ['MEETING_BOOKED'],
      ['OTHER', 'MEETING_BOOKED'],
    ]);
  });

  it('that the plan has no room for is left to people, once, and taken in where it comes again with room', async () => {
    const { graph, orgId } = workspace;
    await app.database.prisma.organisation.update({ where: { id: orgId }, data: { tier: 'FREE' } });
    const filling = Array.from({ length: 100 }, () => ({ email: someone() }));
    for (const input of filling)
      await graph.ask('mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }', { input });
    const [email, uri] = [someone(), inviteeUri()];
    expect([await created({ email, uri }), await created({ email, uri })]).toEqual([202, 202]);
    expect(await leadsOf(workspace, email)).toEqual([]);
    const { tasks } = await graph.ask<{ tasks: { nodes: object[] } }>(
      '{ tasks { nodes { type status title dueAt execution } } }',
    );
    expect(tasks.nodes).toMatchObject([
      {
        type: 'FOLLOW_UP',
        status: 'PENDING',
        title: expect.stringContaining(email),
        dueAt: '2026-05-20T10:00:00.000Z',
        execution: { joinUrl: 'https://zoom.test/j/1', invitee: { email } },
      },
    ]);
    expect(await meetingEvents(workspace)).toEqual([]);
    const cancelledLater = { email: someone(), uri: inviteeUri() };
    await created(cancelledLater);
    await app.database.prisma.organisation.update({ where: { id: orgId }, data: { tier: 'PRO' } });
    await created({ email, uri });
    expect(typesOf(await meetingEvents(workspace))).toEqual(['MEETING_BOOKED']);
    await graph.ask('mutation ($email: String!) { createLead(input: { email: $email }) { lead { id } } }', {
      email: cancelledLater.email,
    });
    await cancelled(cancelledLater);
    expect((await meetingEvents(workspace)).at(-1)).toMatchObject({
      type: 'MEETING_CANCELLED',
      lead: { email: cancelledLater.email },
    });
  });
});

describe('a booking that is cancelled', () => {
  it('is told with the reason, once', async () => {
    const [email, uri] = [someone(), inviteeUri()];
    const more = { cancellation: { reason: 'Ill', canceler_type: 'invitee' } };
    await created({ email, uri });
    await cancelled({ email, uri, more });
    await cancelled({ email, uri, more });
    expect(await touchpoints(email)).toEqual(['OTHER', 'MEETING_BOOKED']);
    expect(await meetingEvents(workspace)).toMatchObject([
      { type: 'MEETING_BOOKED' },
      { type: 'MEETING_CANCELLED', meeting: { state: 'CANCELLED', cancelReason: 'Ill' } },
    ]);
  });

  it('before it was told of makes no lead; told of afterwards it makes one, and no booking', async () => {
    const [email, uri] = [someone(), inviteeUri()];
    await cancelled({ email, uri });
    expect(await leadsOf(workspace, email)).toEqual([]);
    await created({ email, uri });
    await created({ email, uri });
    expect([(await leadsOf(workspace, email)).length, await touchpoints(email)]).toEqual([1, []]);
    expect(await meetingEvents(workspace)).toEqual([]);
  });
});

describe('a booking that is moved', () => {
  const moved = (email: string, old: string) => ({
    email,
    old,
    uri: inviteeUri(),
    start: '2026-05-21T10:00:00.000000Z',
  });

  it.each(['the old one first', 'the new one first'])('is one meeting at another time: %s', async (order) => {
    const [email, old] = [someone(), inviteeUri()];
    await created({ email, uri: old });
    // The address may be another one: it is the same person.
    const tellings = [() => cancelled({ email, uri: old, rescheduled: true }), () => created(moved(someone(), old))];
    const inOrder = order === 'the old one first' ? tellings : tellings.toReversed();
    for (const telling of inOrder) expect(await telling()).toBe(202);
    expect(await touchpoints(email)).toEqual(['OTHER', 'MEETING_BOOKED']);
    const [lead] = await leadsOf(workspace, email);
    expect(lead?.touchpoints.nodes[0]?.metadata).toMatchObject({
      startTime: '2026-05-21T10:00:00.000Z',
      previousStartTime: '2026-05-20T10:00:00.000Z',
    });
    expect(await meetingEvents(workspace)).toMatchObject([
      { type: 'MEETING_BOOKED' },
      {
        type: 'MEETING_RESCHEDULED',
        lead: { email },
        meeting: { startsAt: '2026-05-21T10:00:00.000Z', movedFromAt: '2026-05-20T10:00:00.000Z' },
      },
    ]);
  });

  it('from one that was booked before the account was connected is a booking, which the old one does not follow', async () => {
    const [email, old] = [someone(), inviteeUri()];
    await created(moved(email, old));
    await created({ email, uri: old });
    await cancelled({ email, uri: old, rescheduled: true });
    expect(await touchpoints(email)).toEqual(['MEETING_BOOKED']);
    expect(typesOf(await meetingEvents(workspace))).toEqual(['MEETING_BOOKED']);
  });

  it('in a circle, or to itself, comes to an end', async () => {
    const [email, one, two] = [someone(), inviteeUri(), inviteeUri()];
    expect(await created({ email, uri: one, old: two })).toBe(202);
    expect(await created({ email, uri: two, old: one })).toBe(202);
    const self = inviteeUri();
    expect(await created({ email, uri: self, old: self })).toBe(202);
    expect(typesOf(await meetingEvents(workspace))).toEqual(['MEETING_BOOKED', 'MEETING_BOOKED']);
  });
});

describe('the lead of a meeting', () => {
  it('that is gone for good is not made again by a repetition, and nothing of it stands with the meeting', async () => {
    const { graph, orgId } = workspace;
    const [email, uri] = [someone(), inviteeUri()];
    await created({ email, uri });
    const [lead] = await leadsOf(workspace, email);
    const [booked] = await meetingEvents(workspace);
    const read = 'query ($id: ID!) { node(id: $id) { ... on Meeting { state inviteeEmail lead { id } } } }';
    const id = booked?.meeting.id;
    expect(await graph.ask(read, { id })).toEqual({
      node: { state: 'BOOKED', inviteeEmail: email, lead: { id: lead?.id } },
    });
    await graph.ask('mutation ($id: ID!) { purgeLead(id: $id) { lead { id } } }', { id: lead?.id });
    expect(await graph.ask(read, { id })).toEqual({ node: null });
    await created({ email, uri });
    expect(await leadsOf(workspace, email)).toEqual([]);
    expect(JSON.stringify(await app.database.prisma.meeting.findMany({ where: { orgId } }))).not.toContain(email);
  });

  it('that is gone for good takes with it what its address cancelled before it was a lead', async () => {
    const { graph, orgId } = workspace;
    const [email, uri] = [someone(), inviteeUri()];
    await cancelled({ email, uri });
    const { createLead } = await graph.ask<{ createLead: { lead: { id: string } } }>(
      'mutation ($email: String!) { createLead(input: { email: $email }) { lead { id } } }',
      { email },
    );
    await graph.ask('mutation ($id: ID!) { purgeLead(id: $id) { lead { id } } }', { id: createLead.lead.id });
    expect(JSON.stringify(await app.database.prisma.meeting.findMany({ where: { orgId } }))).not.toContain(email);
    await created({ email, uri });
    expect(await leadsOf(workspace, email)).toEqual([]);
  });

  // The embedded database has one connection, so nobody is met there in the middle of a write.
  it.runIf(testEngine === 'postgres')(
    'that is removed for good while its meeting is cancelled has it forgotten',
    async () => {
      const { orgId } = workspace;
      const [email, uri] = [someone(), inviteeUri()];
      await created({ email, uri });
      const purging = await app.database.pool.connect();
      try {
        await purging.query('begin');
        await purging.query('select 1 from leads where org_id = $1 and email = $2 for update', [orgId, email]);
        const cancelling = cancelled({ email, uri });
        const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
        await vi.waitFor(async () => expect((await app.database.pool.query(waiting)).rowCount).toBe(1), patiently);
        await purging.query(
          `update meetings set lead_id = null, state = 'FORGOTTEN', invitee_email = null where org_id = $1`,
          [orgId],
        );
        await purging.query('delete from touchpoints where org_id = $1', [orgId]);
        await purging.query('delete from leads where org_id = $1', [orgId]);
        await purging.query('commit');
        expect(await cancelling).toBe(202);
      } finally {
        await purging.query('rollback');
        purging.release();
      }
      const meetings = await app.database.prisma.meeting.findMany({ where: { orgId } });
      expect(meetings).toMatchObject([{ state: 'FORGOTTEN', leadId: null }]);
    },
  );
});

it('a lead shows the meetings it booked, the latest first, narrowed by what became of them', async () => {
  const { graph } = workspace;
  const email = someone();
  const [first, second] = [inviteeUri(), inviteeUri()];
  await created({ email, uri: first });
  await created({ email, uri: second, start: '2026-05-22T10:00:00.000000Z' });
  await cancelled({ email, uri: first });
  const [lead] = await leadsOf(workspace, email);
  type Shown = { lead: { meetings: { totalCount: number; nodes: { state: string; startsAt: string }[] } } };
  const shown = async (args: string) =>
    (
      await graph.ask<Shown>(
        `query ($id: ID!) { lead(id: $id) { meetings${args} { totalCount nodes { state startsAt } } } }`,
        { id: lead?.id },
      )
    ).lead.meetings;
  const stands = { state: 'BOOKED', startsAt: '2026-05-22T10:00:00.000Z' };
  const gone = { state: 'CANCELLED', startsAt: '2026-05-20T10:00:00.000Z' };
  expect(await shown('')).toEqual({ totalCount: 2, nodes: [stands, gone] });
  expect(await shown('(state: CANCELLED)')).toEqual({ totalCount: 1, nodes: [gone] });
  expect(await shown('(first: 1)')).toEqual({ totalCount: 2, nodes: [stands] });
  const remove = 'mutation ($id: ID!) { deleteLead(id: $id) { lead { meetings { totalCount } } } }';
  expect(await graph.ask(remove, { id: lead?.id })).toEqual({ deleteLead: { lead: { meetings: null } } });
});
