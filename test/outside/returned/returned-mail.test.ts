import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MailReport } from '../../../src/domain/emails/record-mail-report.ts';
import type { MailReply } from '../../../src/domain/emails/record-mail-reply.ts';
import { createMailboxPosition } from '../../../src/jobs/mailbox-position.ts';
import { createReturnedMail } from '../../../src/outside/returned/returned-mail.ts';
import { createAddressPolicy, RefusedAddressError } from '../../../src/webhooks/post/safe-address.ts';
import { type MailWorkers, openMailWorkers, stepsAt } from '../../campaigns/mail-workers.ts';
import { findFreePort } from '../../failure/product.ts';
import { type ImapServer, noDovecot, openImapServer } from './imap-server.ts';
import { complaintOf, failureOf, replyTo } from './mails.ts';

const here = ['127.0.0.0/8'];

describe.skipIf(noDovecot !== null)(`a mailbox that mail comes back to${noDovecot ? ` (${noDovecot})` : ''}`, () => {
  let server: ImapServer;
  let opened: MailWorkers;
  let world: MailWorkers['world'];
  const reported: MailReport[] = [];
  const replied: MailReply[] = [];

  const mailboxOf = (user: string, port = server.port) => ({
    host: '127.0.0.1',
    port,
    isSecure: false,
    user,
    password: 'right',
  });

  beforeAll(async () => {
    server = await openImapServer();
    opened = await openMailWorkers({ returnedMail: mailboxOf('bounces'), outsideAllowedRanges: here });
    ({ world } = opened);
  });
  afterAll(async () => {
    await opened.close();
    await server.close();
  });

  /** What a node reads that begins just now, and whom it tells. */
  const nodeOn = (mailbox: ReturnType<typeof mailboxOf>, ranges = here) =>
    createReturnedMail({
      server: mailbox,
      addresses: createAddressPolicy({ allowedRanges: ranges }),
      log: pino({ level: 'silent' }),
      position: createMailboxPosition(world.app.database.pool),
      report: async (report) => void reported.push(report),
      reply: async (reply) => void replied.push(reply),
    });

  async function sent() {
    const email = `${randomUUID()}@example.org`;
    const leadId = await world.lead({ email });
    await world.enrol(await world.campaign({ steps: stepsAt(0, 24) }), leadId);
    await opened.turn();
    const [mail] = await world.emails(leadId);
    return { email, leadId, messageId: mail?.messageId ?? '' };
  }

  it('ends the campaign of who cannot be reached, and of who answers, once however often it is read', async () => {
    const [lost, there] = [await sent(), await sent()];
    const raws = [
      failureOf({ messageId: lost.messageId, recipient: lost.email }),
      replyTo(there.messageId, 'ada.at.home@example.net'),
    ];
    await server.append('bounces', ...raws);
    await expect
      .poll(async () => {
        world.clock.advance(60_000);
        return [await opened.states(lost.leadId), (await world.enrolments(there.leadId))[0]];
      })
      .toMatchObject([['BOUNCED', 'SKIPPED'], { status: 'STOPPED', stopReason: 'lead_replied' }]);
    expect(await world.enrolments(lost.leadId)).toMatchObject([{ status: 'STOPPED', stopReason: 'email_bounced' }]);
    const position = createMailboxPosition(world.app.database.pool);
    await expect.poll(() => position.find()).toMatchObject({ uid: raws.length });
    const read = await position.find();
    // As a node leaves it that died before it could keep how far it had come.
    if (read) await position.keep({ ...read, uid: 0 });
    await expect
      .poll(() => {
        world.clock.advance(60_000);
        return position.find();
      })
      .toEqual(read);
    const told = await opened.types(there.leadId);
    expect(told.filter((type) => type === 'lead.replied')).toHaveLength(1);
    const { lead } = await world.graph.ask<{ lead: { touchpoints: { nodes: object[] } } }>(
      'query ($id: ID!) { lead(id: $id) { touchpoints(first: 1) { nodes { type channel summary } } } }',
      { id: there.leadId },
    );
    expect(lead.touchpoints.nodes).toEqual([
      { type: 'REPLY', channel: 'email', summary: 'Call me on Monday, please.' },
    ]);
  });

  it('unsubscribes who reported a mail as spam, and each lead with the address, as the hook does', async () => {
    const [angry, other] = [await sent(), await sent()];
    const sharing = await world.lead({ email: angry.email, allowDuplicate: true });
    const { messageId, email: recipient } = angry;
    await server.append(
      'bounces',
      complaintOf({ messageId: other.messageId, recipient }),
      complaintOf({ messageId: other.messageId, recipient: other.email, feedback: 'not-spam' }),
      complaintOf({ messageId, recipient: recipient.toUpperCase() }),
    );
    await expect
      .poll(async () => {
        world.clock.advance(60_000);
        return opened.states(angry.leadId);
      })
      .toEqual(['BOUNCED', 'SKIPPED']);
    const held = (id: string) =>
      world.graph.ask('query ($id: ID!) { lead(id: $id) { unsubscribedAt emailBouncedAt } }', { id });
    const both = { lead: { unsubscribedAt: expect.any(String), emailBouncedAt: expect.any(String) } };
    expect([await held(angry.leadId), await held(sharing)]).toEqual([both, both]);
    expect(await held(other.leadId)).toEqual({ lead: { unsubscribedAt: null, emailBouncedAt: null } });
    expect(await opened.states(other.leadId)).toEqual(['SENT', 'QUEUED']);
  });

  it('is read on from where the node before had come', async () => {
    const user = randomUUID();
    const raws = [failureOf({ messageId: '<1@example.com>', recipient: 'A@example.org' }), replyTo('<2@a.b>', 'b@c.d')];
    await server.append(user, ...raws, 'From: a@b.c\r\nSubject: Nothing\r\n\r\nHello');
    expect(await nodeOn(mailboxOf(user)).read()).toBe(2);
    expect(reported.splice(0)).toEqual([
      { type: 'bounce', messageId: '<1@example.com>', recipient: 'a@example.org', permanent: true },
    ]);
    expect(replied.splice(0)).toMatchObject([
      { answered: ['<2@a.b>', '<earlier@example.net>', '<2@a.b>'], message: 'Call me on Monday, please.' },
    ]);
    expect(await nodeOn(mailboxOf(user)).read()).toBe(0);
    await server.append(user, failureOf({ messageId: '<3@example.com>', recipient: 'c@example.org' }));
    expect(await nodeOn(mailboxOf(user)).read(() => true)).toBe(0);
    expect(await nodeOn(mailboxOf(user)).read()).toBe(1);
    expect(reported.splice(0).map(({ messageId }) => messageId)).toEqual(['<3@example.com>']);
    expect(await nodeOn(mailboxOf(user)).read()).toBe(0);
    expect(replied).toEqual([]);
  });

  it('is not reached at a private address that is not allowed, nor where nobody listens or the password is wrong', async () => {
    await expect(nodeOn(mailboxOf('bounces'), []).read()).rejects.toThrow(RefusedAddressError);
    await expect(nodeOn(mailboxOf('bounces', await findFreePort())).read()).rejects.toThrow('(ECONNREFUSED)');
    await expect(nodeOn({ ...mailboxOf('bounces'), password: 'wrong' }).read()).rejects.toThrow('refused the password');
  });
});
