import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { patiently } from '../../support/patiently.ts';
import { createTestClock, startTestApp, type TestApp } from '../../support/app.ts';
import type { TestWorkspace } from '../../support/workspace.ts';
import { failureOf } from '../returned/mails.ts';
import { type ImapServer, noDovecot, openImapServer } from '../returned/imap-server.ts';
import { someone } from './sources.ts';

type Delivery = { outcome: string; reason: string | null; bytes: number; lead: { email: string } | null };
type Lead = {
  email: string;
  name: string | null;
  source: string;
  stage: { key: string };
  bant: { need: string | null };
};

const connectDocument = `mutation ($id: ID!, $input: ConnectMailboxInput!) {
  connectMailbox(id: $id, input: $input) { syncSource { mailbox { host user folder lastReadAt lastError } } } }`;

describe.skipIf(noDovecot !== null)(`a mailbox that leads come from${noDovecot ? ` (${noDovecot})` : ''}`, () => {
  const clock = createTestClock();
  let server: ImapServer;
  let app: TestApp;
  let workspace: TestWorkspace;
  let user: string;
  let sourceId: string;

  beforeAll(async () => {
    server = await openImapServer();
    app = await startTestApp({ clock, outsideAllowedRanges: ['127.0.0.0/8'] });
  });
  afterAll(async () => {
    await app.close();
    await server.close();
  });
  beforeEach(async () => {
    workspace = await app.workspace();
    user = `${randomUUID()}@box.example`;
    await server.append(user, mail({ from: 'Early Bird <early@example.org>' }));
    sourceId = await makeSource();
  });

  async function makeSource(more: object = {}): Promise<string> {
    const { createSyncSource } = await workspace.graph.ask<{ createSyncSource: { syncSource: { id: string } } }>(
      'mutation ($input: CreateSyncSourceInput!) { createSyncSource(input: $input) { syncSource { id } } }',
      { input: { name: 'Inbox', type: 'GMAIL', targetStage: 'contacted', ...more } },
    );
    return createSyncSource.syncSource.id;
  }

  const inputOf = (more: object = {}) => ({
    host: '127.0.0.1',
    port: server.port,
    isSecure: false,
    user,
    password: 'right',
    ...more,
  });
  const connect = (more: object = {}, id = sourceId) =>
    workspace.graph.ask(connectDocument, { id, input: inputOf(more) });

  const mail = ({
    from = 'Ada <ada@example.org>',
    subject = 'A kitchen',
    headers = '',
    text = 'We need an oak kitchen.',
  } = {}) =>
    `From: ${from}\r\nTo: team@box.example\r\nSubject: ${subject}\r\nMessage-ID: <${randomUUID()}@example.org>\r\n${headers}Content-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`;

  const deliveries = async (): Promise<Delivery[]> =>
    (
      await workspace.graph.ask<{ node: { deliveries: { nodes: Delivery[] } } }>(
        'query ($id: ID!) { node(id: $id) { ... on SyncSource { deliveries { nodes { outcome reason bytes lead { email } } } } } }',
        { id: sourceId },
      )
    ).node.deliveries.nodes;

  const leads = async (): Promise<Lead[]> =>
    (
      await workspace.graph.ask<{ leads: { nodes: Lead[] } }>(
        '{ leads { nodes { email name source stage { key } bant { need } } } }',
      )
    ).leads.nodes;

  const mailbox = async () =>
    (
      await workspace.graph.ask<{ node: { mailbox: { lastReadAt: string | null; lastError: string | null } | null } }>(
        'query ($id: ID!) { node(id: $id) { ... on SyncSource { mailbox { lastReadAt lastError } } } }',
        { id: sourceId },
      )
    ).node.mailbox;

  /** Waits until its log tells of so many mails, newest first. */
  async function logged(count: number): Promise<Delivery[]> {
    await expect
      .poll(async () => {
        clock.advance(31_000);
        return (await deliveries()).length;
      }, patiently)
      .toBe(count);
    return deliveries();
  }

  it('makes a lead of who writes from then on, and says what it is connected to but for the password', async () => {
    const connected = await connect();
    expect(connected).toEqual({
      connectMailbox: {
        syncSource: { mailbox: { host: '127.0.0.1', user, folder: 'INBOX', lastReadAt: null, lastError: null } },
      },
    });
    const email = someone();
    await server.append(user, mail({ from: `Ada Lovelace <${email}>` }));
    expect(await logged(1)).toMatchObject([{ outcome: 'CREATED', reason: null, lead: { email } }]);
    expect(await leads()).toEqual([
      {
        email,
        name: 'Ada Lovelace',
        source: 'gmail',
        stage: { key: 'contacted' },
        bant: { need: 'We need an oak kitchen.' },
      },
    ]);
    const { orgId } = workspace;
    const kept = await app.database.prisma.syncMailbox.findFirstOrThrow({ where: { orgId } });
    expect(Buffer.from(kept.secret).toString('latin1')).not.toContain('right');
    const audit = await app.database.prisma.auditEntry.findMany({
      where: { orgId },
      select: { action: true, changes: true },
    });
    expect(audit.map(({ action }) => action)).toContain('sync_source.mailbox_connected');
    expect(JSON.stringify(audit)).not.toContain('right');
  });

  it('fills what is empty of a lead that is there, moves it nowhere, and reads each mail once', async () => {
    const email = someone();
    await workspace.graph.ask(
      'mutation ($email: String!) { createLead(input: { email: $email, name: "A. L.", stage: "won" }) { lead { id } } }',
      { email },
    );
    await connect();
    const same = mail({ from: `Ada <${email}>` });
    await server.append(user, same);
    await logged(1);
    await server.append(user, same);
    expect((await logged(2))[0]).toMatchObject({ outcome: 'REPEATED' });
    expect(await leads()).toMatchObject([{ email, name: 'A. L.', stage: { key: 'won' } }]);
    expect(await leads()).toHaveLength(1);
  });

  it('reads what is written in any language, and by a mapping', async () => {
    sourceId = await makeSource({ mapping: { email: '/email', name: '/name', need: '/subject' } });
    await connect();
    const [one, two] = [someone(), someone()];
    const latin = `From: =?iso-8859-1?Q?J=FCrgen_Gro=DF?= <${one}>\r\nSubject: =?utf-8?B?44GT44KT44Gr44Gh44Gv?=\r\nMessage-ID: <a@b>\r\nContent-Type: text/plain; charset=iso-2022-jp\r\n\r\n\x1b$B$3$s\x1b(B\r\n`;
    await server.append(user, latin, mail({ from: `"\u202eevil\u0000" <${two}>`, subject: 'Zoë 💬' }));
    await logged(2);
    const of = async (address: string) => (await leads()).find(({ email }) => email === address);
    expect(await of(two)).toMatchObject({ bant: { need: 'Zoë 💬' } });
    expect(await of(one)).toMatchObject({ name: 'Jürgen Groß', bant: { need: 'こんにちは' } });
  });

  it('passes over what nobody wrote, says why, and goes on behind what is huge, empty or hostile', async () => {
    await connect();
    const [last, huge] = [someone(), someone()];
    const boundary = 'x'.repeat(60);
    const nested = `From: a@b.example\r\nMIME-Version: 1.0\r\n${Array.from({ length: 200 }, (_, n) => `Content-Type: multipart/mixed; boundary="${boundary}${n}"\r\n\r\n--${boundary}${n}\r\n`).join('')}`;
    await server.append(
      user,
      failureOf({ messageId: '<1@example.com>', recipient: 'a@example.org' }),
      mail({ headers: 'Auto-Submitted: auto-replied\r\n' }),
      mail({ headers: 'List-Unsubscribe: <https://list.example>\r\n' }),
      mail({ from: user }),
      'Subject: From nobody\r\n\r\nHello\r\n',
      mail({ from: 'undisclosed' }),
      '\r\n',
      nested,
      mail({ from: `Huge <${huge}>`, text: 'x'.repeat(3_000_000) }),
      mail({ from: `Last <${last}>`, text: '' }),
    );
    // What is told within one millisecond has no order.
    const told = await logged(10);
    const refused = told.filter(({ outcome }) => outcome === 'REFUSED');
    expect(refused.length).toBeGreaterThanOrEqual(7);
    for (const { reason } of refused) expect(reason).toMatch(/^\S.{10,}\.$/);
    const of = (address: string) => told.find(({ lead }) => lead?.email === address);
    expect(of(huge)).toMatchObject({ outcome: 'CREATED', bytes: 256 * 1024 });
    expect(of(last)).toMatchObject({ outcome: 'CREATED' });
    expect((await leads()).find(({ email }) => email === huge)?.bant.need?.length).toBeLessThanOrEqual(2000);
  });

  it('keeps to the leads of an hour, and takes the rest afterwards', async () => {
    sourceId = await makeSource({ leadsPerHour: 2 });
    await connect();
    const all = [someone(), someone(), someone()];
    await server.append(user, ...all.map((email) => mail({ from: email })));
    await logged(2);
    await expect
      .poll(async () => {
        clock.advance(31_000);
        return (await mailbox())?.lastError;
      }, patiently)
      .toMatch(/leads of the hour are used up/);
    clock.advance(60 * 60 * 1000);
    await logged(3);
    expect(new Set((await leads()).map(({ email }) => email))).toEqual(new Set(all));
  });

  it('is refused with why where it cannot be read, and leaves what there was', async () => {
    const refusal = async (more: object) => {
      const [error] = (await workspace.graph.send(connectDocument, { id: sourceId, input: inputOf(more) })).errors;
      return [error?.extensions['code'], error?.extensions['reason'] ?? null, error?.message];
    };
    expect(await refusal({ password: 'wrong' })).toEqual([
      'CONFLICT',
      'provider_failed',
      'The mailbox refused the password. Check the user and the password.',
    ]);
    expect(await refusal({ folder: 'Not there' })).toEqual([
      'CONFLICT',
      'provider_failed',
      expect.stringContaining('no folder'),
    ]);
    expect(await refusal({ host: '10.0.0.7' })).toEqual([
      'CONFLICT',
      'provider_failed',
      expect.stringContaining('not allowed'),
    ]);
    expect((await refusal({ host: 'a b' }))[0]).toBe('INVALID');
    expect(await mailbox()).toBeNull();
    const form = await makeSource({ type: 'FORM_WEBHOOK' });
    expect(await workspace.graph.refusal(connectDocument, { id: form, input: inputOf() })).toBe('CONFLICT');
  });

  it('that fails later says so, is asked less and less, and nothing once it is disconnected', async () => {
    await connect();
    const { orgId } = workspace;
    await app.database.prisma.syncMailbox.updateMany({ where: { orgId }, data: { folder: 'Gone' } });
    const before = clock.now().getTime();
    await expect
      .poll(async () => {
        clock.advance(31_000);
        return (await mailbox())?.lastError;
      }, patiently)
      .toMatch(/no folder “Gone”/);
    const { failures, nextReadAt } = await app.database.prisma.syncMailbox.findFirstOrThrow({ where: { orgId } });
    expect(failures).toBeGreaterThan(0);
    expect(nextReadAt.getTime()).toBeGreaterThanOrEqual(before + 30_000 * (2 ** failures - 1));
    const off = 'mutation ($id: ID!) { disconnectMailbox(id: $id) { syncSource { mailbox { host } } } }';
    const gone = { disconnectMailbox: { syncSource: { mailbox: null } } };
    for (let times = 0; times < 2; times += 1) expect(await workspace.graph.ask(off, { id: sourceId })).toEqual(gone);
  });
});
