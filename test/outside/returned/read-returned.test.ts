import { describe, expect, it } from 'vitest';
import { readReturned } from '../../../src/outside/returned/read-returned.ts';
import { complaintOf, failureOf, replyTo } from './mails.ts';

const read = (raw: string) => readReturned(Buffer.from(raw));
const failure = { messageId: '<1@example.com>', recipient: 'ada@example.org' };

describe('a delivery report', () => {
  it('names the mail by the headers that came along, and its recipient', async () => {
    expect(await read(failureOf(failure))).toEqual({ reports: [{ type: 'bounce', ...failure, permanent: true }] });
  });

  it('may bring the headers alone', async () => {
    const headers = failureOf(failure).replace('message/rfc822', 'text/rfc822-headers');
    expect(await read(headers)).toEqual({ reports: [{ type: 'bounce', ...failure, permanent: true }] });
  });

  it.each([
    ['an unknown user', { status: '5.1.1' }, true],
    ['a domain without a mail server', { status: '5.1.2' }, true],
    ['no more than that it failed', { status: '5.0.0', diagnostic: 'x-unix; no such user' }, true],
    ['a full mailbox', { status: '5.2.2' }, false],
    ['a sender that is refused', { status: '5.1.8' }, false],
    ['what looks like spam', { status: '5.7.1' }, false],
    ['the same in the words of the other server', { status: '5.0.0', diagnostic: 'smtp; 554 5.7.1 Spam' }, false],
    ['a server that was away for too long', { status: '4.4.1', diagnostic: 'smtp; 421 Try later' }, false],
  ])('of %s says whether the address is at fault', async (_, told, permanent) => {
    expect(await read(failureOf({ ...failure, ...told }))).toEqual({
      reports: [{ type: 'bounce', ...failure, permanent }],
    });
  });

  it('of a mail that is late, or was delivered, tells nothing', async () => {
    for (const action of ['delayed', 'delivered', 'relayed'])
      expect(await read(failureOf({ ...failure, action }))).toEqual({ reports: [] });
  });

  it('that does not say of which mail it is tells nothing', async () => {
    expect(await read(failureOf(failure).replace(/^Message-ID: <1@.*\n/m, ''))).toEqual({ reports: [] });
  });
});

describe('a feedback report', () => {
  const complaint = { type: 'complaint', ...failure, permanent: true };

  it('names the mail by its headers, and its recipient itself or by them', async () => {
    for (const isNamed of [true, false])
      expect(await read(complaintOf({ ...failure, isNamed }))).toEqual({ reports: [complaint] });
  });

  it('may bring the headers alone', async () => {
    const headers = complaintOf(failure).replace('message/rfc822', 'text/rfc822-headers');
    expect(await read(headers)).toEqual({ reports: [complaint] });
  });

  it.each([
    ['abuse', 1],
    ['Fraud', 1],
    ['opt-out', 1],
    ['not-spam', 0],
    ['virus', 0],
    ['auth-failure', 0],
    ['', 0],
  ])('of %j tells %i complaints', async (feedback, count) => {
    expect(await read(complaintOf({ ...failure, feedback }))).toEqual({ reports: [complaint].slice(0, count) });
  });

  it('that says neither whose it is nor to whom the mail was tells nothing, nor does one of no mail', async () => {
    const raw = complaintOf(failure);
    expect(await read(raw.replace(/^Original-Rcpt-To: .*\n/m, ''))).toEqual({ reports: [] });
    expect(await read(raw.replace(/^Message-ID:\n.*\n/m, ''))).toEqual({ reports: [] });
    expect(await read(raw.replace(/^Feedback-Type: .*\n/m, ''))).toEqual({ reports: [] });
  });

  it('is read in bounded time', async () => {
    const before = process.threadCpuUsage();
    const long = complaintOf({ ...failure, recipient: `${' a'.repeat(100_000)}${'\t'.repeat(200_000)}@` });
    expect(await read(long)).toEqual({ reports: [] });
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(2000);
  });

  it.each(['\r', '\u2028'])('is read in bounded time where %j breaks a line of white space', async (end) => {
    const before = process.threadCpuUsage();
    const line = `X-A:${' '.repeat(1900)}a${end}a`;
    expect(await read(complaintOf({ ...failure, userAgent: `x\n${line}` }))).toEqual({ reports: [complaint] });
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});

describe('an answer', () => {
  it('is what was written, without what it quotes', async () => {
    expect(await read(replyTo('<1@example.com>', 'ada@example.org'))).toMatchObject({
      reply: { answered: expect.arrayContaining(['<1@example.com>']), message: 'Call me on Monday, please.' },
    });
  });

  it.each(['Auto-Submitted: auto-replied\n', 'X-Autoreply: yes\n', 'Precedence: bulk\n'])(
    'is none where nobody wrote it: %s',
    async (header) => {
      expect(await read(replyTo('<1@example.com>', 'ada@example.org', header))).toBeNull();
    },
  );

  it('is none where it answers nothing', async () => {
    expect(await read('From: a@b.c\r\nSubject: New\r\n\r\nHello')).toBeNull();
  });

  it('is read to the end, whatever stands in it', async () => {
    for (const raw of ['', 'x', '\0\u{ff}'.repeat(1000), 'Content-Type: multipart/report; boundary=b\r\n\r\n--b'])
      expect(await read(raw)).toBeNull();
  });
});
