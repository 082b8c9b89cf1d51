import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/access/actor.ts';
import type { Mailer } from '../../src/domain/emails/mailer.ts';
import { findMailing } from '../../src/domain/emails/require-mail.ts';
import { smtpError } from '../outside/mail/mail-server.ts';
import { mail } from './workspace.ts';
import { lostAfterMs, type MailWorkers, openMailWorkers, stepsAt } from './mail-workers.ts';

let opened: MailWorkers;
let world: MailWorkers['world'];
let server: MailWorkers['server'];

beforeAll(async () => {
  opened = await openMailWorkers();
  ({ world, server } = opened);
});
afterAll(() => opened.close());
beforeEach(() => {
  server.behave({});
  server.taken.length = 0;
});

const turn = () => opened.turn();
const took = () => opened.took();
const states = (leadId: string) => opened.states(leadId);
const types = (leadId: string) => opened.types(leadId);
const write = (leadId: string, subject?: string) => opened.write(leadId, subject);
const bouncedAt = async (id: string) =>
  (
    await world.graph.ask<{ lead: { emailBouncedAt: string | null } }>(
      'query ($id: ID!) { lead(id: $id) { emailBouncedAt } }',
      { id },
    )
  ).lead.emailBouncedAt;

describe('a campaign of three steps over days, with four workers', () => {
  it('sends each mail once, when it is due, and tells of it', async () => {
    const campaignId = await world.campaign({ steps: stepsAt(0, 24, 48) });
    const email = `${crypto.randomUUID()}@example.com`;
    const leadId = await world.lead({ email, firstName: 'Ада' });
    await world.enrol(campaignId, leadId);
    const sentAfter: number[] = [];
    for (let hour = 0; hour <= 73; hour += 1) {
      await turn();
      while (sentAfter.length < server.taken.length) sentAfter.push(hour);
      world.hours(1);
    }
    expect(sentAfter).toEqual([0, 24, 72]);
    expect(server.taken.map(({ to }) => to)).toEqual([email, email, email]);
    expect(await states(leadId)).toEqual(['SENT', 'SENT', 'SENT']);
    expect((await world.enrolments(leadId))[0]).toMatchObject({ status: 'COMPLETED' });
    const told = await types(leadId);
    const count = (wanted: string) => told.filter((type) => type === wanted).length;
    expect(['email.sent', 'touchpoint.recorded', 'campaign.completed'].map(count)).toEqual([3, 3, 1]);
  });

  it('sends many leads one mail each, however many workers reach for them', async () => {
    const campaignId = await world.campaign();
    for (let count = 0; count < 20; count += 1) await world.enrol(campaignId, await world.lead());
    await turn();
    await turn();
    const recipients = server.taken.map(({ to }) => to);
    expect(recipients).toHaveLength(20);
    expect(new Set(recipients).size).toBe(20);
  });
});

describe('the guardrails as mail is sent', () => {
  it('let one lead be written to once an hour and three times a day', async () => {
    const leadId = await world.lead();
    for (let count = 1; count <= 5; count += 1) await write(leadId, `No ${count}`);
    const sentAfter: number[] = [];
    for (let hour = 0; hour < 26; hour += 1) {
      await turn();
      while (sentAfter.length < server.taken.length) sentAfter.push(hour);
      world.hours(1);
    }
    expect(sentAfter).toEqual([0, 1, 2, 24, 25]);
  });

  it('send nothing to who has replied since, and end there', async () => {
    const campaignId = await world.campaign({ steps: stepsAt(0, 1) });
    const leadId = await world.lead();
    await world.enrol(campaignId, leadId);
    await turn();
    await world.touch(leadId, 'REPLY');
    world.hours(2);
    await turn();
    expect(took()).toHaveLength(1);
    expect(await states(leadId)).toEqual(['SENT', 'SKIPPED']);
  });

  it('stop at an address that the server refuses for good', async () => {
    server.behave({ onRcptTo: (_address, _session, done) => done(smtpError(550)) });
    const campaignId = await world.campaign({ steps: stepsAt(0, 1) });
    const leadId = await world.lead();
    await world.enrol(campaignId, leadId);
    await turn();
    expect(await states(leadId)).toEqual(['BOUNCED', 'SKIPPED']);
    expect((await world.enrolments(leadId))[0]).toMatchObject({ status: 'STOPPED', stopReason: 'email_bounced' });
    expect(await world.refusal(await world.campaign(), leadId)).toEqual(['CONFLICT', 'email_bounced']);
  });

  it('stop for each lead with the address that the server refuses, and for no other', async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const [first, second] = [await world.lead({ email }), await world.lead({ email, allowDuplicate: true })];
    const moved = await world.lead({ email, allowDuplicate: true });
    await world.enrol(await world.campaign({ steps: stepsAt(0, 1) }), first);
    await world.enrol(await world.campaign({ steps: stepsAt(24) }), second);
    await world.enrol(await world.campaign({ steps: stepsAt(24) }), moved);
    await world.change(moved, { email: `${crypto.randomUUID()}@example.com` });
    server.behave({ onRcptTo: (_address, _session, done) => done(smtpError(550)) });
    await turn();
    server.behave({});
    const ofEach = (id: string) => Promise.all([states(id), world.enrolments(id)]);
    const stopped = { status: 'STOPPED', stopReason: 'email_bounced' };
    expect(await ofEach(first)).toMatchObject([['BOUNCED', 'SKIPPED'], [stopped]]);
    expect(await ofEach(second)).toMatchObject([['SKIPPED'], [stopped]]);
    expect(await ofEach(moved)).toMatchObject([['QUEUED'], [{ status: 'ACTIVE' }]]);
    const at = world.clock.now().toISOString();
    expect(await Promise.all([first, second, moved].map(bouncedAt))).toEqual([at, at, null]);
    // Nothing of it is left for the tests that follow.
    await world.touch(moved, 'REPLY');
  });

  it('hold nothing against a lead whose server refuses us', async () => {
    server.behave({ onRcptTo: (_address, _session, done) => done(smtpError(554, '5.7.1 Relay access denied')) });
    const leadId = await world.lead();
    await world.enrol(await world.campaign(), leadId);
    await turn();
    expect(await states(leadId)).toEqual(['QUEUED']);
    expect(await bouncedAt(leadId)).toBeNull();
    server.behave({});
    world.hours(1);
    await turn();
    expect(await states(leadId)).toEqual(['SENT']);
  });

  it('send a step to one address once, though two leads have it', async () => {
    const campaignId = await world.campaign();
    const email = `${crypto.randomUUID()}@example.com`;
    const two = [await world.lead({ email }), await world.lead({ email, allowDuplicate: true })];
    for (const leadId of two) await world.enrol(campaignId, leadId);
    await turn();
    expect(server.taken.map(({ to }) => to)).toEqual([email]);
    expect((await Promise.all(two.map(states))).flat().toSorted()).toEqual(['SENT', 'SKIPPED']);
  });
});

describe('what goes wrong', () => {
  it('is tried again later, and fails after the last try', async () => {
    server.behave({ onTaken: (done) => done(smtpError(452)) });
    const leadId = await world.lead();
    await write(leadId);
    for (let count = 0; count < 8; count += 1) {
      await turn();
      world.hours(9);
    }
    const [row] = await world.emails(leadId);
    expect(row).toMatchObject({ state: 'FAILED', attempts: 5 });
    expect(await types(leadId)).not.toContain('email.sent');
  });

  it('is given up after a day where the server refuses the sender at one recipient alone', async () => {
    server.behave({ onRcptTo: (_address, _session, done) => done(smtpError(550, '5.7.1 Not to this mailbox')) });
    const leadId = await world.lead();
    await write(leadId);
    for (let tried = 0; tried < 60 && (await states(leadId))[0] === 'QUEUED'; tried += 1) {
      await turn();
      world.hours(0.5);
    }
    const [row] = await world.emails(leadId);
    expect(row).toMatchObject({ state: 'FAILED', attempts: 48, error: expect.stringContaining('550') });
    server.behave({});
    await write(leadId);
    world.hours(1);
    await turn();
    expect((await states(leadId)).toSorted()).toEqual(['FAILED', 'SENT']);
  });

  it('stays uncertain where the server read a mail and hung up, and is not sent again', async () => {
    server.behave({ onTaken: (_done, cut) => cut() });
    const leadId = await world.lead();
    await write(leadId);
    await turn();
    server.behave({});
    world.hours(48);
    await turn();
    expect(took()).toEqual([]);
    expect(await states(leadId)).toEqual(['UNCERTAIN']);
  });

  it('leaves a claim of who died uncertain, once it was not heard of for long enough', async () => {
    const leadId = await world.lead();
    await write(leadId);
    const silent: Mailer = {
      kind: 'SMTP',
      from: 'team@example.com',
      isOnLoopback: true,
      mayTry: async () => true,
      post: () => new Promise(() => undefined),
      forget: async () => undefined,
    };
    void opened.turnOf(silent);
    await expect.poll(() => states(leadId)).toEqual(['CLAIMED']);
    await turn();
    expect(await states(leadId)).toEqual(['CLAIMED']);
    world.clock.advance(lostAfterMs);
    await turn();
    expect(took()).toEqual([]);
    expect(await states(leadId)).toEqual(['UNCERTAIN']);
  });
});

describe('a workspace that may not mail', () => {
  it('is told of what was on its way when that was taken from it, once its worker is lost', async () => {
    const leadId = await world.lead();
    const email = await write(leadId);
    await world.app.database.prisma.scheduledEmail.updateMany({
      where: { id: email.id.slice('mail_'.length) },
      data: { state: 'CLAIMED', claimedBy: 'lost', claimedAt: world.clock.now() },
    });
    await opened.grant([]);
    try {
      await turn();
      expect(await states(leadId)).toEqual(['CLAIMED']);
      world.clock.advance(lostAfterMs);
      await turn();
      expect(await states(leadId)).toEqual(['UNCERTAIN']);
    } finally {
      await opened.grant(['MAIL']);
    }
  });

  it('sends none until it is granted', async () => {
    const campaignId = await world.campaign();
    const leadId = await world.lead();
    await opened.grant([]);
    try {
      await world.enrol(campaignId, leadId);
      await turn();
      expect(took()).toEqual([]);
      const { errors } = await world.graph.send(
        'mutation ($id: ID!) { sendEmail(leadId: $id, subject: "Hi", body: "Hello") { email { id } } }',
        { id: leadId },
      );
      expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    } finally {
      await opened.grant(['MAIL']);
    }
    await turn();
    expect(took()).toHaveLength(1);
  });
});

describe('a server whose address nobody can follow', () => {
  it('keeps mails of campaigns in the queue, and sends what people write', async () => {
    const leadId = await world.lead();
    await world.enrol(await world.campaign({ review: true }), leadId);
    const other = await world.lead();
    await write(other);
    const abroad: Mailer = {
      kind: 'SMTP',
      from: 'team@example.com',
      isOnLoopback: false,
      mayTry: async () => true,
      post: async () => ({ outcome: 'SENT' }),
      forget: async () => undefined,
    };
    await opened.turnOf(abroad);
    expect([await states(leadId), await states(other)]).toEqual([['QUEUED'], ['SENT']]);
    const context = world.app.app.services.openAs(systemActor(world.orgId, 'mail'));
    const mailing = (mailer: Mailer) => findMailing({ ...context, services: { ...context.services, mailer } });
    expect(await mailing(abroad)).toBe('HELD');
    expect(await mailing({ ...abroad, isOnLoopback: true })).toBe('LEAVES');
  });
});

describe('what a mail may say', () => {
  it('has no placeholder that is unknown, and no line break in its subject', async () => {
    const make = 'mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { campaign { id } } }';
    const tried = (step: object) =>
      world.graph.send(make, { input: { name: 'W', trigger: 'MANUAL', steps: [{ ...mail(), ...step }] } });
    for (const step of [
      { subject: 'Hi {{nobody}}' },
      { body: '{{ firstname }}' },
      { subject: 'Hi\r\nBcc: x@example.com' },
    ])
      expect((await tried(step)).errors[0]?.extensions).toMatchObject({ code: 'INVALID' });
  });

  it('fills in what is known of the lead, its own default or the usual one, and no markup', async () => {
    const body = 'Dear {{firstName|friend}} of {{company}}';
    const campaignId = await world.campaign({ steps: [{ subject: 'Hi {{firstName}}', body, delayHours: 0 }] });
    const leadId = await world.lead({ firstName: undefined, name: undefined, company: '<b>Ünï & Co</b>' });
    await world.enrol(campaignId, leadId);
    await turn();
    const { lead } = await world.graph.ask<{ lead: object }>(
      'query ($id: ID!) { lead(id: $id) { emails { nodes { subject bodyText bodyHtml status } } } }',
      { id: leadId },
    );
    expect(lead).toEqual({
      emails: {
        nodes: [
          {
            subject: 'Hi there',
            bodyText: 'Dear friend of <b>Ünï & Co</b>',
            bodyHtml: '<p>Dear friend of &lt;b&gt;Ünï &amp; Co&lt;/b&gt;</p>',
            status: 'SENT',
          },
        ],
      },
    });
  });
});
