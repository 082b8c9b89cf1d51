import { generateKeyPairSync } from 'node:crypto';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { pino } from 'pino';
import PostalMime from 'postal-mime';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMail } from '../../../src/domain/emails/mailer.ts';
import { createSmtpMailer, type SmtpMailer, type SmtpOptions } from '../../../src/outside/mail/smtp-mailer.ts';
import { createAddressPolicy } from '../../../src/webhooks/post/safe-address.ts';
import { findFreePort } from '../../failure/product.ts';
import { createTestClock, startTestApp, type TestApp } from '../../support/app.ts';
import type { TestWorkspace } from '../../support/workspace.ts';
import { selfSigned } from '../self-signed.ts';
import { type MailBehaviour, type MailServer, openMailServer, smtpError } from './mail-server.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const dkim = {
  domain: 'example.com',
  selector: 'trib',
  key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};
const clock = createTestClock();

let app: TestApp;
let server: MailServer;
let workspace: TestWorkspace;
const open: SmtpMailer[] = [];

beforeAll(async () => {
  app = await startTestApp({ clock });
  server = await openMailServer();
});
afterAll(async () => {
  await app.close();
  await server.close();
});
beforeEach(async () => {
  workspace = await app.workspace();
  server.behave({});
  server.taken.length = 0;
});
afterEach(() => open.splice(0).forEach((one) => one.close()));

function smtpTo(to: Partial<SmtpOptions['server']> = {}, ranges = ['127.0.0.0/8'], signed: SmtpOptions['dkim'] = null) {
  const one = createSmtpMailer(
    {
      pool: app.database.pool,
      clock,
      log: pino({ level: 'silent' }),
      addresses: createAddressPolicy({ allowedRanges: ranges }),
    },
    {
      server: { host: '127.0.0.1', port: server.port, isSecure: false, user: null, password: null, ...to },
      from: 'Jané 🌊 <team@example.com>',
      dkim: signed,
    },
  );
  open.push(one);
  return one;
}

const mailerTo = (...given: Parameters<typeof smtpTo>) => smtpTo(...given).mailer;

const mail = (more: Partial<OutgoingMail> = {}): OutgoingMail => ({
  id: crypto.randomUUID(),
  orgId: workspace.orgId,
  businessId: null,
  to: 'ada@example.org',
  subject: 'Hi',
  bodyText: 'Hello',
  bodyHtml: '<p>Hello</p>',
  messageId: '<one@example.com>',
  unsubscribeUrl: null,
  ...more,
});

const calls = () =>
  app.database.prisma.providerCall.findMany({
    where: { orgId: workspace.orgId },
    select: { capability: true, outcome: true, status: true, error: true },
  });

describe('a mail server that takes the mail', () => {
  it('is handed it once, and told of as a call', async () => {
    expect(await mailerTo().post(mail())).toEqual({ outcome: 'SENT' });
    expect(server.taken.map(({ to }) => to)).toEqual(['ada@example.org']);
    expect(await calls()).toEqual([{ capability: 'MAIL', outcome: 'SUCCEEDED', status: null, error: null }]);
  });

  it('is logged in to with the password of its address, once for many mails', async () => {
    const mailer = mailerTo({ user: 'us', password: 'right' });
    const before = server.logins();
    await mailer.post(mail());
    await mailer.post(mail());
    expect(server.taken).toHaveLength(2);
    expect(server.logins() - before).toBe(1);
  });

  it('is given what any mail program reads, in any script, under a signature that holds', async () => {
    const unsubscribeUrl = 'https://crm.example.com/unsubscribe/abc';
    const given = mail({
      subject: 'Привет, 世界 👋',
      bodyText: 'שלום\nעולם 🌍',
      bodyHtml: '<p>שלום<br>עולם 🌍</p>',
      unsubscribeUrl,
    });
    await mailerTo({}, ['127.0.0.0/8'], dkim).post(given);
    const [{ raw } = { raw: Buffer.of() }] = server.taken;
    const parsed = await PostalMime.parse(raw);
    expect(parsed.subject).toBe('Привет, 世界 👋');
    expect(parsed.from).toMatchObject({ name: 'Jané 🌊', address: 'team@example.com' });
    expect(parsed.to).toMatchObject([{ address: 'ada@example.org' }]);
    expect(parsed.messageId).toBe('<one@example.com>');
    expect(parsed.text?.replaceAll('\r\n', '\n')).toContain('שלום\nעולם 🌍');
    expect(parsed.html).toContain('עולם 🌍');
    const header = (key: string) => parsed.headers.find((one) => one.key === key)?.value;
    expect(header('list-unsubscribe')).toBe(`<${unsubscribeUrl}>`);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');

    const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
    const resolver = async () => [[record]];
    const { results } = await dkimVerify(raw, { resolver });
    expect(results.map(({ status }) => status.result)).toEqual(['pass']);
    expect(results[0]?.signingHeaders?.keys.toLowerCase().split(/\s*:\s*/)).toEqual(
      expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post', 'message-id', 'to', 'subject']),
    );
    const tampered = await dkimVerify(Buffer.from(raw.toString().replace('One-Click', 'Two-Click')), { resolver });
    expect(tampered.results.map(({ status }) => status.result)).not.toContain('pass');
  });
});

type Refuse = NonNullable<MailBehaviour['onRcptTo']>;
const refuse =
  (status: number, message?: string): Refuse =>
  (_address, _session, done) =>
    done(smtpError(status, message));
const fail =
  (status: number): NonNullable<MailBehaviour['onTaken']> =>
  (done) =>
    done(smtpError(status));

describe('what it refuses', () => {
  it.each([
    ['an address for good', { onRcptTo: refuse(550) }, 'BOUNCED', 550],
    ['an address for now', { onRcptTo: refuse(450) }, 'LATER', 450],
    ['an address by its enhanced code', { onRcptTo: refuse(554, '5.1.1 Unknown') }, 'BOUNCED', 554],
    ['a mailbox that is full', { onRcptTo: refuse(552, '5.2.2 Full') }, 'FAILED', 552],
    ['the sender, for good', { onMailFrom: refuse(553) }, 'LATER', 553],
    ['a mail that is too large', { onMailFrom: refuse(552) }, 'FAILED', 552],
    ['the mail for good', { onTaken: fail(554) }, 'FAILED', 554],
    ['the mail for now', { onTaken: fail(452) }, 'LATER', 452],
  ] as const)('is told apart: %s', async (_, refusals, outcome, status) => {
    server.behave(refusals);
    expect(await mailerTo().post(mail())).toMatchObject({ outcome, error: expect.stringContaining(String(status)) });
    expect(server.taken).toEqual([]);
    expect(await calls()).toMatchObject([{ outcome: 'FAILED', status }]);
  });
});

describe('a server that refuses whoever sends', () => {
  it.each([
    ['it passes nothing on', { onRcptTo: refuse(554, '5.7.1 Relay access denied') }],
    ['it passes nothing on, under another number', { onRcptTo: refuse(550, '5.7.1 Relaying denied') }],
    ['it blocks us', { onRcptTo: refuse(554) }],
    ['it has reached its quota', { onRcptTo: refuse(550, '5.4.5 Daily sending quota exceeded') }],
    ['it knows no such sender', { onRcptTo: refuse(550, '5.1.8 Sender address rejected') }],
    ['it wants us to log in', { onMailFrom: refuse(530) }],
    ['it wants us to log in, at the recipient', { onRcptTo: refuse(530) }],
  ] as const)('is in trouble, and no address is at fault: %s', async (_, refusals) => {
    server.behave(refusals);
    const mailer = mailerTo();
    for (let count = 0; count < 5; count += 1) {
      expect(await mailer.mayTry(workspace.orgId)).toBe(true);
      expect(await mailer.post(mail())).toMatchObject({ outcome: 'LATER', isServers: true });
    }
    expect(await mailer.mayTry(workspace.orgId)).toBe(false);
  });
});

describe('a server that is in trouble', () => {
  it('leaves it open whether a mail went out that it read and did not acknowledge', async () => {
    server.behave({ onTaken: (_, cut) => cut() });
    expect(await mailerTo().post(mail())).toMatchObject({ outcome: 'UNCERTAIN' });
  });

  it('has taken nothing where it hung up before it asked for the mail', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    server.behave({ onRcptTo: () => resolve() });
    const posting = mailerTo().post(mail());
    await promise;
    server.cut();
    expect(await posting).toMatchObject({ outcome: 'LATER', isServers: true });
  });

  it('is asked again later where nobody listens, and where the password is wrong', async () => {
    expect(await mailerTo({ port: await findFreePort() }).post(mail())).toMatchObject({
      outcome: 'LATER',
      isServers: true,
    });
    expect(await mailerTo({ user: 'us', password: 'wrong' }).post(mail())).toEqual({
      outcome: 'LATER',
      isServers: true,
      error: 'The mail server refused the password. Check SMTP_URL.',
    });
  });

  it('is not trusted with a certificate that nobody signed, nor with a password in the clear', async () => {
    const secured = await openMailServer({ secure: true, ...selfSigned });
    try {
      expect(await mailerTo({ port: secured.port, isSecure: true }).post(mail())).toMatchObject({
        outcome: 'LATER',
        error: 'The mail server has no certificate that can be trusted, or cannot speak TLS.',
      });
      expect(secured.taken).toEqual([]);
    } finally {
      await secured.close();
    }
  });

  it('is not connected to at a private address that is not allowed', async () => {
    expect(await mailerTo({}, []).post(mail())).toMatchObject({
      outcome: 'LATER',
      error: expect.stringContaining('OUTSIDE_ALLOWED_RANGES'),
    });
    expect(server.taken).toEqual([]);
  });

  it('can be tested: it is logged in to, and what came of it is told of as a call', async () => {
    const onBehalf = { orgId: workspace.orgId, businessId: null, conversationId: null };
    const tested = (password: string) => smtpTo({ user: 'us', password }).provider.test(onBehalf);
    expect(await tested('right')).toBeNull();
    expect((await tested('wrong'))?.message).toBe('The mail server refused the password. Check SMTP_URL.');
    expect((await calls()).map(({ outcome }) => outcome).toSorted()).toEqual(['FAILED', 'SUCCEEDED']);
    expect(server.taken).toEqual([]);
  });

  it('is left alone by the workspace after five failures in a row', async () => {
    const mailer = mailerTo({ port: await findFreePort() });
    for (let count = 0; count < 5; count += 1) {
      expect(await mailer.mayTry(workspace.orgId)).toBe(true);
      await mailer.post(mail());
    }
    expect(await mailer.mayTry(workspace.orgId)).toBe(false);
  });
});
