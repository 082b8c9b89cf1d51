import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock, type TestApp } from '../../support/app.ts';
import type { TestWorkspace } from '../../support/workspace.ts';
import { someone } from '../intake/sources.ts';
import type { ProviderServer } from '../provider-server.ts';
import { hexHmac, openCalCom } from './booking-servers.ts';
import { connect, type Hook, leadsOf, meetingEvents, openBookings, send, typesOf } from './connected.ts';

const clock = createTestClock();
let app: TestApp;
let server: ProviderServer;
let workspace: TestWorkspace;
let hook: Hook;
beforeAll(async () => {
  server = await openCalCom();
  app = await openBookings({ calendly: server.url, calCom: server.url }, { clock });
});
afterAll(async () => {
  await app.close();
  await server.close();
});
beforeEach(async () => {
  workspace = await app.workspace();
  server.asked.length = 0;
  hook = await connect(app, workspace, server, 'CAL_COM');
});

/** What Cal.com posts of a booking, as its documentation shows it. */
const bodyOf = (triggerEvent: string, emails: readonly string[], more: object = {}) =>
  JSON.stringify({
    triggerEvent,
    createdAt: '2026-05-04T13:22:00.538Z',
    payload: {
      type: '60min',
      title: '60min between Grace and Ada',
      uid: randomUUID(),
      startTime: '2026-05-20T10:00:00Z',
      endTime: '2026-05-20T11:00:00Z',
      organizer: { name: 'Grace', email: 'grace@navy.example', timeZone: 'UTC' },
      attendees: emails.map((email) => ({ email, name: 'Ada Lovelace', timeZone: 'UTC' })),
      location: 'integrations:daily',
      metadata: { videoCallUrl: 'https://app.cal.test/video/1' },
      ...more,
    },
  });

/** The leads whose meetings stand. */
const standing = async () => {
  const { orgId } = workspace;
  const meetings = await app.database.prisma.meeting.findMany({ where: { orgId, state: 'BOOKED' } });
  const leads = await app.database.prisma.lead.findMany({ where: { orgId } });
  return meetings.map(({ leadId }) => leads.find(({ id }) => id === leadId)?.email);
};

const refusal = async () =>
  (await workspace.graph.ask<{ calendars: { lastRefusal: string | null }[] }>('{ calendars { lastRefusal } }'))
    .calendars[1]?.lastRefusal;

const signed = (body: string, key = hook.key) => send(hook.url, body, { 'x-cal-signature-256': hexHmac(key, body) });

it('is asked for a webhook with a secret, and to remove it', async () => {
  expect(server.asked).toMatchObject([
    {
      method: 'POST',
      path: '/v2/webhooks',
      body: {
        active: true,
        subscriberUrl: expect.stringContaining('/hooks/calendar/in_'),
        triggers: ['BOOKING_CREATED', 'BOOKING_RESCHEDULED', 'BOOKING_CANCELLED', 'BOOKING_REJECTED'],
        secret: expect.stringMatching(/^.{20,}$/),
      },
    },
  ]);
  await workspace.graph.ask('mutation { disconnectCalendar(provider: CAL_COM) { warning } }');
  expect(server.asked[1]).toMatchObject({ method: 'DELETE', path: expect.stringMatching(/^\/v2\/webhooks\/.+/) });
});

it('makes a lead of who booked and of no guest, once however often it is posted', async () => {
  const [email, guest] = [someone(), someone()];
  const body = bodyOf('BOOKING_CREATED', [email, guest]);
  for (let times = 0; times < 3; times += 1) expect((await signed(body)).status).toBe(202);
  expect(await leadsOf(workspace, guest)).toEqual([]);
  expect(await leadsOf(workspace, email)).toMatchObject([
    {
      source: 'cal_com',
      touchpoints: {
        nodes: [
          {
            type: 'MEETING_BOOKED',
            channel: 'cal_com',
            metadata: { startTime: '2026-05-20T10:00:00.000Z', joinUrl: 'https://app.cal.test/video/1' },
          },
        ],
      },
    },
  ]);
  expect(typesOf(await meetingEvents(workspace))).toEqual(['MEETING_BOOKED']);
});

it('moves and cancels a booking, and a repetition of what came before changes nothing of it', async () => {
  const email = someone();
  const [uid, next] = [randomUUID(), randomUUID()];
  const created = bodyOf('BOOKING_CREATED', [email], { uid });
  const moved = bodyOf('BOOKING_RESCHEDULED', [email], {
    uid: next,
    rescheduleUid: uid,
    startTime: '2026-05-21T10:00:00Z',
  });
  const cancelled = bodyOf('BOOKING_CANCELLED', [email], { uid: next, cancellationReason: 'Ill' });
  for (const body of [created, moved, created, cancelled, moved, created, cancelled]) await signed(body);
  expect(await meetingEvents(workspace)).toMatchObject([
    { type: 'MEETING_BOOKED' },
    { type: 'MEETING_RESCHEDULED', meeting: { movedFromAt: '2026-05-20T10:00:00.000Z' } },
    { type: 'MEETING_CANCELLED', meeting: { cancelReason: 'Ill' } },
  ]);
});

it.each(['BOOKING_RESCHEDULED', 'BOOKING_CREATED'])(
  'is moved by %s to another e-mail address, and the old one follows nothing',
  async (trigger) => {
    const [email, other] = [someone(), someone()];
    const [uid, next] = [randomUUID(), randomUUID()];
    const created = bodyOf('BOOKING_CREATED', [email], { uid });
    const moved = bodyOf(trigger, [other], { uid: next, rescheduleUid: uid, startTime: '2026-05-21T10:00:00Z' });
    for (const body of [created, moved, created, moved]) expect((await signed(body)).status).toBe(202);
    expect(await meetingEvents(workspace)).toMatchObject([
      { type: 'MEETING_BOOKED', lead: { email } },
      { type: 'MEETING_RESCHEDULED', lead: { email }, meeting: { movedFromAt: '2026-05-20T10:00:00.000Z' } },
    ]);
    expect(await standing()).toEqual([email]);
  },
);

it('that is moved before it was told of is a booking, which the old one does not follow, twice as well', async () => {
  const [uid, first, second] = [randomUUID(), someone(), someone()];
  for (const email of [first, second]) await signed(bodyOf('BOOKING_RESCHEDULED', [email], { rescheduleUid: uid }));
  await signed(bodyOf('BOOKING_CREATED', [someone()], { uid }));
  expect(typesOf(await meetingEvents(workspace))).toEqual(['MEETING_BOOKED', 'MEETING_BOOKED']);
});

it.each(['BOOKING_RESCHEDULED', 'BOOKING_CANCELLED'])(
  'ends by %s for each who had a meeting of it',
  async (trigger) => {
    const [one, guest] = [someone(), someone()];
    const uid = randomUUID();
    for (const email of [one, guest]) await signed(bodyOf('BOOKING_CREATED', [email], { uid }));
    await signed(bodyOf(trigger, [one], { rescheduleUid: uid }));
    const told = await meetingEvents(workspace);
    expect(told.filter(({ type }) => type === 'MEETING_CANCELLED').map(({ lead }) => lead?.email)).toContain(guest);
    expect(await standing()).toEqual(trigger === 'BOOKING_RESCHEDULED' ? [one] : []);
  },
);

it('of a lead that is removed for good leaves no address behind, and comes again to nobody', async () => {
  const email = someone();
  const body = bodyOf('BOOKING_CREATED', [email]);
  await signed(body);
  const [lead] = await leadsOf(workspace, email);
  await workspace.graph.ask('mutation ($id: ID!) { purgeLead(id: $id) { lead { id } } }', { id: lead?.id });
  await signed(body);
  const { orgId } = workspace;
  expect(await leadsOf(workspace, email)).toEqual([]);
  const kept = await app.database.prisma.meeting.findMany({ where: { orgId } });
  expect(kept).toMatchObject([{ state: 'FORGOTTEN' }]);
  expect(JSON.stringify(kept)).not.toContain(email);
});

describe('with seats', () => {
  const seats = { seatsPerTimeSlot: 10, seatsShowAttendees: false };
  const seat = (uid: string, more: object = {}) => ({ uid, ...seats, attendeeSeatId: randomUUID(), ...more });
  const told = async () => (await meetingEvents(workspace)).map(({ type, lead }) => [type, lead?.email]);

  it('is a meeting of each attendee, the one that was added listed last, once however often it is posted', async () => {
    const [one, two, three] = [someone(), someone(), someone()];
    const uid = randomUUID();
    const bodies = [[one], [one, two], [one, two, three]].map((emails) => bodyOf('BOOKING_CREATED', emails, seat(uid)));
    for (const body of [...bodies, ...bodies]) expect((await signed(body)).status).toBe(202);
    expect(await told()).toEqual([one, two, three].map((email) => ['MEETING_BOOKED', email]));
    expect(new Set(await standing())).toEqual(new Set([one, two, three]));
  });

  it('loses the seat of who cancels it, and all where the host cancels', async () => {
    const [one, two, three] = [someone(), someone(), someone()];
    const uid = randomUUID();
    await signed(bodyOf('BOOKING_CREATED', [one, two, three], seat(uid)));
    const alone = bodyOf('BOOKING_CANCELLED', [two], { uid, ...seats });
    for (let times = 0; times < 2; times += 1) await signed(alone);
    expect((await told()).slice(3)).toEqual([['MEETING_CANCELLED', two]]);
    expect(new Set(await standing())).toEqual(new Set([one, three]));
    await signed(bodyOf('BOOKING_CANCELLED', [one, three], { uid, ...seats, cancellationReason: 'Ill' }));
    expect(await standing()).toEqual([]);
    expect((await told()).slice(4)).toEqual([one, three].map((email) => ['MEETING_CANCELLED', email]));
  });

  it('lets one attendee move to another booking, whose seats stay as they are', async () => {
    const [mover, left, there] = [someone(), someone(), someone()];
    const [uid, next] = [randomUUID(), randomUUID()];
    await signed(bodyOf('BOOKING_CREATED', [mover, left], seat(uid)));
    await signed(bodyOf('BOOKING_CREATED', [there], seat(next)));
    const moved = bodyOf('BOOKING_RESCHEDULED', [mover, there], {
      ...seat(next, { rescheduleUid: uid }),
      startTime: '2026-05-21T10:00:00Z',
    });
    for (let times = 0; times < 2; times += 1) await signed(moved);
    expect((await told()).slice(3)).toEqual([['MEETING_RESCHEDULED', mover]]);
    expect(new Set(await standing())).toEqual(new Set([mover, left, there]));
  });

  it.each([
    ['BOOKING_CANCELLED', []],
    ['BOOKING_RESCHEDULED', ['2026-05-21T10:00:00.000Z']],
  ])('ends or moves by %s for whoever is listed first of many', async (trigger, starts) => {
    const [one, ...others] = Array.from({ length: 203 }, () => someone());
    const [uid, startTime] = [randomUUID(), '2026-05-21T10:00:00Z'];
    await signed(bodyOf('BOOKING_CREATED', [one ?? ''], seat(uid)));
    const body = bodyOf(trigger, [one ?? '', ...others], { uid, rescheduleUid: uid, ...seats, startTime });
    expect((await signed(body)).status).toBe(202);
    const { orgId } = workspace;
    const meetings = await app.database.prisma.meeting.findMany({ where: { orgId } });
    const theirs = meetings.filter(({ inviteeEmail, state }) => inviteeEmail === one && state === 'BOOKED');
    expect(theirs.map(({ startsAt }) => startsAt?.toISOString())).toEqual(starts);
    expect(meetings).toHaveLength(203);
  });

  it('that is moved makes the lead that the plan had no room for when it was booked', async () => {
    const { orgId } = workspace;
    const setTier = (tier: 'FREE' | 'PRO') =>
      app.database.prisma.organisation.update({ where: { id: orgId }, data: { tier } });
    await setTier('FREE');
    for (let count = 0; count < 100; count += 1)
      await workspace.graph.ask(`mutation { createLead(input: { email: "${someone()}" }) { lead { id } } }`);
    const [email, uid] = [someone(), randomUUID()];
    await signed(bodyOf('BOOKING_CREATED', [email], seat(uid)));
    expect(await told()).toEqual([]);
    await setTier('PRO');
    const startTime = '2026-05-21T10:00:00Z';
    const later = bodyOf('BOOKING_RESCHEDULED', [email], { uid, rescheduleUid: uid, ...seats, startTime });
    for (let times = 0; times < 2; times += 1) await signed(later);
    expect(await meetingEvents(workspace)).toMatchObject([
      { type: 'MEETING_BOOKED', lead: { email }, meeting: { startsAt: '2026-05-21T10:00:00.000Z' } },
    ]);
  });

  it('is moved by the host for all, under the uid it has or another', async () => {
    const emails = [someone(), someone()];
    const [uid, next] = [randomUUID(), randomUUID()];
    const created = bodyOf('BOOKING_CREATED', emails, seat(uid));
    await signed(created);
    const later = bodyOf('BOOKING_RESCHEDULED', emails, {
      uid,
      rescheduleUid: uid,
      ...seats,
      startTime: '2026-05-21T10:00:00Z',
    });
    for (const body of [later, created, later]) await signed(body);
    const elsewhere = { uid: next, rescheduleUid: uid, ...seats, startTime: '2026-05-22T10:00:00Z' };
    for (let times = 0; times < 2; times += 1) await signed(bodyOf('BOOKING_RESCHEDULED', emails, elsewhere));
    const events = (await meetingEvents(workspace)).slice(2);
    expect(events.map(({ type, lead, meeting }) => [type, lead?.email, meeting.movedFromAt, meeting.startsAt])).toEqual(
      [
        ...emails.map((email) => [
          'MEETING_RESCHEDULED',
          email,
          '2026-05-20T10:00:00.000Z',
          '2026-05-21T10:00:00.000Z',
        ]),
        ...emails.map((email) => [
          'MEETING_RESCHEDULED',
          email,
          '2026-05-21T10:00:00.000Z',
          '2026-05-22T10:00:00.000Z',
        ]),
      ],
    );
    expect(new Set(await standing())).toEqual(new Set(emails));
  });
});

it('is not believed without a secret, or with another one', async () => {
  const body = bodyOf('BOOKING_CREATED', [someone()]);
  for (const signature of ['no-secret-provided', '', hexHmac('another', body), hexHmac(hook.key, `${body} `)])
    expect((await send(hook.url, body, { 'x-cal-signature-256': signature })).status).toBe(401);
  expect((await signed(body, 'another')).status).toBe(401);
  expect(await meetingEvents(workspace)).toEqual([]);
});

it('is told apart from what is no booking', async () => {
  expect((await signed(JSON.stringify({ triggerEvent: 'PING', payload: null }))).status).toBe(202);
  expect(await refusal()).toBeNull();
  for (const body of [
    JSON.stringify({ triggerEvent: 'BOOKING_CREATED', payload: { uid: 'x' } }),
    bodyOf('BOOKING_CREATED', ['nobody']),
  ]) {
    await signed(JSON.stringify({ triggerEvent: 'PING', payload: null }));
    expect((await signed(body)).status).toBe(202);
    expect(await refusal()).toContain('no booking as Cal.com');
  }
});
