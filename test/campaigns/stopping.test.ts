import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testEngine } from '../support/database.ts';
import { type Campaigns, mail, openCampaigns } from './workspace.ts';

let world: Campaigns;
beforeAll(async () => void (world = await openCampaigns()));
afterAll(() => world.app.close());

async function enrolled() {
  const leadId = await world.lead();
  const { data } = await world.enrol(await world.campaign({ steps: [mail(), mail(24)] }), leadId);
  return { leadId, enrolmentId: data?.enrolLead.enrolment.id };
}

const states = async (leadId: string) => (await world.emails(leadId)).map(({ state }) => state);

const verb = (call: string) => (leadId: string) => world.graph.ask(`mutation ($id: ID!) { ${call} }`, { id: leadId });

describe('an enrolment ends, and what is queued is skipped,', () => {
  it.each([
    ['when the lead replies', verb('recordLeadReply(id: $id) { lead { id } }'), 'lead_replied'],
    ['when a reply is logged', (id: string) => world.touch(id, 'REPLY'), 'lead_replied'],
    ['when it is marked as replied', (id: string) => world.change(id, { status: 'REPLIED' }), 'lead_replied'],
    ['when it is converted', (id: string) => world.change(id, { status: 'CONVERTED' }), 'lead_converted'],
    ['when it is closed', (id: string) => world.change(id, { status: 'CLOSED' }), 'lead_closed'],
    ['when it is found to be spam', (id: string) => world.change(id, { status: 'SPAM' }), 'lead_spam'],
    ['when its address bounces', verb('markEmailBounced(id: $id) { lead { id } }'), 'email_bounced'],
    ['when it unsubscribes', verb('unsubscribeLead(id: $id) { lead { id } }'), 'unsubscribed'],
  ])('%s', async (_, change, stopReason) => {
    const { leadId } = await enrolled();
    await change(leadId);
    expect(await world.enrolments(leadId)).toMatchObject([{ status: 'STOPPED', stopReason }]);
    expect(await states(leadId)).toEqual(['SKIPPED', 'SKIPPED']);
    expect(await world.events(leadId)).toEqual(['campaign.enrolled', 'campaign.stopped']);
  });

  it.each([
    ['bounces', 'markEmailBounced', 'email_bounced'],
    ['is unsubscribed', 'unsubscribeLead', 'unsubscribed'],
  ])('when the address that it shares with a lead that %s is held', async (_, mutation, stopReason) => {
    const email = `${crypto.randomUUID()}@example.com`;
    const lead = async () => {
      const id = await world.lead({ email, allowDuplicate: true });
      await world.enrol(await world.campaign({ steps: [mail(24)] }), id);
      return id;
    };
    const [named, sharing, deleted, other] = [await lead(), await lead(), await lead(), (await enrolled()).leadId];
    await verb('deleteLead(id: $id) { lead { id } }')(deleted);
    const told = await world.graph.ask<Record<string, object>>(
      `mutation ($id: ID!) { ${mutation}(id: $id) { lead { id } campaignEffects { endedEnrolments } } }`,
      { id: named },
    );
    expect(told[mutation]).toMatchObject({ lead: { id: named } });
    for (const id of [named, sharing])
      expect([await world.enrolments(id), await states(id)]).toMatchObject([
        [{ status: 'STOPPED', stopReason }],
        ['SKIPPED'],
      ]);
    expect(await world.enrolments(other)).toMatchObject([{ status: 'ACTIVE' }]);
    await verb('restoreLead(id: $id) { lead { id } }')(deleted);
    expect(await world.refusal(await world.campaign(), deleted)).toEqual(['CONFLICT', stopReason]);
  });

  it('when the lead is deleted, for good', async () => {
    const { leadId } = await enrolled();
    await verb('deleteLead(id: $id) { lead { enrolments { nodes { id } } } }')(leadId);
    await verb('restoreLead(id: $id) { lead { id } }')(leadId);
    expect(await world.enrolments(leadId)).toMatchObject([{ status: 'STOPPED', stopReason: 'lead_deleted' }]);
    expect(await states(leadId)).toEqual(['SKIPPED', 'SKIPPED']);
  });

  it('when somebody stops it, who may say why', async () => {
    const stop = (id: string | undefined, reason?: string) =>
      world.graph.ask<object>(
        'mutation ($id: ID!, $reason: String) { stopEnrolment(id: $id, reason: $reason) { enrolment { status stopReason } } }',
        { id, reason },
      );
    const [one, other] = [await enrolled(), await enrolled()];
    const stopped = (stopReason: string) => ({ stopEnrolment: { enrolment: { status: 'STOPPED', stopReason } } });
    expect(await stop(one.enrolmentId, 'Called instead')).toEqual(stopped('Called instead'));
    expect(await stop(other.enrolmentId)).toEqual(stopped('stopped_by_hand'));
    const cursor = await world.graph.ask('{ eventCursor }');
    expect(await stop(one.enrolmentId, 'Again')).toEqual(stopped('Called instead'));
    expect(await world.graph.ask('{ eventCursor }')).toEqual(cursor);
    expect(await states(one.leadId)).toEqual(['SKIPPED', 'SKIPPED']);
  });
});

it('mail that went out stays sent when the rest is skipped', async () => {
  const { leadId } = await enrolled();
  const [first] = await world.emails(leadId);
  const sent = { state: 'SENT', sentAt: world.clock.now() } as const;
  await world.app.database.prisma.scheduledEmail.updateMany({ where: { id: first!.id }, data: sent });
  await world.change(leadId, { status: 'CLOSED' });
  expect(await states(leadId)).toEqual(['SENT', 'SKIPPED']);
});

it('a lead that leaves a campaign before any mail may be enrolled in another one at once', async () => {
  const { leadId } = await enrolled();
  await world.change(leadId, { status: 'REPLIED' });
  expect((await world.enrol(await world.campaign(), leadId)).errors).toEqual([]);
});

it('other changes leave campaigns alone', async () => {
  const { leadId } = await enrolled();
  await world.change(leadId, { status: 'CONTACTED', company: 'Acme', stage: 'won' });
  await world.touch(leadId, 'CALL');
  expect(await world.enrolments(leadId)).toMatchObject([{ status: 'ACTIVE', stopReason: null }]);
  expect(await states(leadId)).toEqual(['QUEUED', 'QUEUED']);
});

it('a purged lead takes its enrolments and mail with it', async () => {
  const { leadId } = await enrolled();
  await verb('purgeLead(id: $id) { lead { id } }')(leadId);
  expect(await world.emails(leadId)).toEqual([]);
});

it('an event shows the enrolment as it was, and its mails as they are', async () => {
  const { leadId } = await enrolled();
  await world.change(leadId, { status: 'CLOSED' });
  const query = `{ events(first: 200, types: [CAMPAIGN_ENROLLED, CAMPAIGN_STOPPED]) { nodes { ... on LeadEvent {
    lead { id } enrolment { status stopReason scheduledEmails(first: 8) { nodes { state } } }
  } } } }`;
  type Told = { lead: { id: string }; enrolment: object };
  const told = async () => {
    const { events } = await world.graph.ask<{ events: { nodes: Told[] } }>(query);
    return events.nodes.filter(({ lead }) => lead.id === leadId).map(({ enrolment }) => enrolment);
  };
  const scheduledEmails = { nodes: [{ state: 'SKIPPED' }, { state: 'SKIPPED' }] };
  const [before, after] = [
    { status: 'ACTIVE', stopReason: null },
    { status: 'STOPPED', stopReason: 'lead_closed' },
  ];
  expect(await told()).toEqual([
    { ...before, scheduledEmails },
    { ...after, scheduledEmails },
  ]);
  await verb('purgeLead(id: $id) { lead { id } }')(leadId);
  expect(await told()).toEqual([
    { ...before, scheduledEmails: null },
    { ...after, scheduledEmails: null },
  ]);
});

// The embedded database has one connection: nobody comes between.
describe.runIf(testEngine === 'postgres')('who unsubscribes while somebody else changes leads of the address', () => {
  const rowId = (leadId: string) => leadId.slice('ld_'.length);
  const unsubscribed = async (leadId: string) =>
    (await world.app.database.prisma.lead.findFirstOrThrow({ where: { id: rowId(leadId) } })).unsubscribedAt !== null;

  /** Unsubscribes a lead, which waits for a change that was begun before. */
  async function unsubscribeBehind(leadId: string, change: string, values: readonly string[]): Promise<void> {
    const { pool } = world.app.database;
    const other = await pool.connect();
    try {
      await other.query('begin');
      await other.query(change, [...values]);
      const { rows } = await other.query<{ pid: number }>('select pg_backend_pid() as pid');
      const unsubscribing = verb('unsubscribeLead(id: $id) { lead { id } }')(leadId);
      const waiting = 'select 1 from pg_stat_activity where $1 = any(pg_blocking_pids(pid))';
      await expect.poll(async () => (await pool.query(waiting, [rows[0]?.pid])).rowCount).toBe(1);
      await other.query('commit');
      await unsubscribing;
    } finally {
      await other.query('rollback');
      other.release();
    }
  }

  it('does so for no other lead where it has another address by then', async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const [one, other] = [await world.lead({ email }), await world.lead({ email })];
    await unsubscribeBehind(one, 'update leads set email = $2 where id = $1', [rowId(one), `other-${email}`]);
    expect([await unsubscribed(one), await unsubscribed(other)]).toEqual([true, false]);
  });

  it('does so for no other lead that has another address by then, or is gone', async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const [one, other] = [await world.lead({ email }), await world.lead({ email })];
    await unsubscribeBehind(one, 'update leads set email = $2 where id = $1', [rowId(other), `other-${email}`]);
    expect([await unsubscribed(one), await unsubscribed(other)]).toEqual([true, false]);
    const again = `${crypto.randomUUID()}@example.com`;
    const [two, gone] = [await world.lead({ email: again }), await world.lead({ email: again })];
    await unsubscribeBehind(two, 'delete from leads where id = $1', [rowId(gone)]);
    expect(await unsubscribed(two)).toBe(true);
  });
});
