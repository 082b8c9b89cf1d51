import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MailWorkers, openMailWorkers, stepsAt } from '../../campaigns/mail-workers.ts';
import { startTestApp } from '../../support/app.ts';

const secret = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;

let opened: MailWorkers;
let world: MailWorkers['world'];

beforeAll(async () => {
  opened = await openMailWorkers({ bounceWebhookSecret: secret });
  ({ world } = opened);
});
afterAll(() => opened.close());

type Report = { type: string; messageId: string; recipient: string; permanent: boolean };

function signed(body: string, { by = secret, ageSeconds = 0, id = randomUUID() } = {}): Record<string, string> {
  const at = new Date(world.clock.now().getTime() - ageSeconds * 1000);
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(by).sign(id, at, body),
  };
}

async function send(body: string, headers: Record<string, string>, method = 'POST') {
  const response = await fetch(`${world.app.url}/hooks/mail`, { method, headers, ...(method === 'POST' && { body }) });
  return { status: response.status, json: (await response.json()) as object };
}

async function tell(report: object, how: Parameters<typeof signed>[1] = {}) {
  const body = JSON.stringify(report);
  return send(body, signed(body, how));
}

const accepted = { status: 202, json: { accepted: true } };

let email: string;
let leadId: string;
let report: Report;

/** A lead on its way through a campaign, who was sent its first mail. */
beforeEach(async () => {
  opened.server.taken.length = 0;
  email = `${randomUUID()}@example.com`;
  leadId = await world.lead({ email });
  await world.enrol(await world.campaign({ steps: stepsAt(0, 24) }), leadId);
  await opened.turn();
  const [mail] = await world.emails(leadId);
  report = { type: 'bounce', messageId: mail?.messageId ?? '', recipient: email, permanent: true };
});

const held = async (id: string, { graph } = world) =>
  (
    await graph.ask<{ lead: { emailBouncedAt: string | null } }>(
      'query ($id: ID!) { lead(id: $id) { emailBouncedAt } }',
      { id },
    )
  ).lead.emailBouncedAt !== null;

async function expectUntouched(): Promise<void> {
  expect(await opened.states(leadId)).toEqual(['SENT', 'QUEUED']);
  expect(await world.enrolments(leadId)).toMatchObject([{ status: 'ACTIVE' }]);
  expect(await held(leadId)).toBe(false);
}

describe('a mail that is told of', () => {
  it.each([
    ['came back for good', { type: 'bounce', permanent: true }],
    ['was reported as spam', { type: 'complaint', permanent: false }],
  ])('as one that %s ends its campaign, and its address is held', async (_, told) => {
    const another = await world.lead({ email, allowDuplicate: true });
    expect(await tell({ ...report, ...told })).toEqual(accepted);
    expect(await opened.states(leadId)).toEqual(['BOUNCED', 'SKIPPED']);
    expect(await world.enrolments(leadId)).toMatchObject([{ status: 'STOPPED', stopReason: 'email_bounced' }]);
    expect([await held(leadId), await held(another)]).toEqual([true, true]);
  });

  it.each([
    ['came back', { type: 'bounce' }, 'email_bounced'],
    ['was reported as spam', { type: 'complaint' }, 'unsubscribed'],
  ])('as one that %s is followed by no mail to a lead that is made with the address later', async (_, told, reason) => {
    await tell({ ...report, ...told });
    const later = await world.lead({ email, allowDuplicate: true });
    expect(await world.refusal(await world.campaign(), later)).toEqual(['CONFLICT', reason]);
  });

  it('before who sent it has told that it left is told of as sent, once', async () => {
    const address = `${randomUUID()}@example.com`;
    const another = await world.lead({ email: address });
    opened.server.behave({
      onTaken: (done) =>
        void (async () => {
          const [mail] = await world.emails(another);
          await tell({ ...report, messageId: mail?.messageId ?? '', recipient: address });
          done();
        })(),
    });
    await world.enrol(await world.campaign({ steps: stepsAt(0, 24) }), another);
    await opened.turn();
    opened.server.behave({});
    expect(await opened.states(another)).toEqual(['BOUNCED', 'SKIPPED']);
    expect((await opened.types(another)).filter((type) => type === 'email.sent')).toEqual(['email.sent']);
    expect(await world.enrolments(another)).toMatchObject([{ status: 'STOPPED', stopReason: 'email_bounced' }]);
  });

  it('without its angle brackets and in another case of its recipient is the same one', async () => {
    const messageId = report.messageId.slice(1, -1);
    expect(await tell({ ...report, messageId, recipient: email.toUpperCase() })).toEqual(accepted);
    expect(await opened.states(leadId)).toEqual(['BOUNCED', 'SKIPPED']);
  });

  it('twice is recorded once', async () => {
    const id = randomUUID();
    await tell(report, { id });
    const before = await opened.types(leadId);
    expect([await tell(report, { id }), await tell(report)]).toEqual([accepted, accepted]);
    expect(await opened.types(leadId)).toEqual(before);
  });

  it('does not hold the address that the lead has since', async () => {
    await world.change(leadId, { email: `${randomUUID()}@example.com` });
    expect(await tell(report)).toEqual(accepted);
    expect((await opened.states(leadId))[0]).toBe('BOUNCED');
    expect(await held(leadId)).toBe(false);
  });
});

describe('what is taken and changes nothing', () => {
  it('is a mail that came back for the time being', async () => {
    expect(await tell({ ...report, permanent: false })).toEqual(accepted);
    await expectUntouched();
  });

  it('is one that nobody here sent, or sent to another recipient', async () => {
    expect(await tell({ ...report, messageId: '<nobody@example.com>' })).toEqual(accepted);
    expect(await tell({ ...report, recipient: 'nobody@example.com' })).toEqual(accepted);
    await expectUntouched();
  });

  it('is another workspace’s lead of the same address', async () => {
    const other = await world.app.workspace();
    const { createLead } = await other.graph.ask<{ createLead: { lead: { id: string } } }>(
      'mutation ($email: String!) { createLead(input: { firstName: "Eve", email: $email }) { lead { id } } }',
      { email },
    );
    expect(await tell(report)).toEqual(accepted);
    expect([await held(leadId), await held(createLead.lead.id, { ...world, graph: other.graph })]).toEqual([
      true,
      false,
    ]);
  });
});

describe('what is refused', () => {
  it('is whatever does not show that it is from the mail provider, of now', async () => {
    const body = JSON.stringify(report);
    const unsigned = { 'content-type': 'application/json' };
    const answers = [
      await send(body, unsigned),
      await tell(report, { by: `whsec_${Buffer.alloc(32, 4).toString('base64')}` }),
      await tell(report, { ageSeconds: 301 }),
      await tell(report, { ageSeconds: -301 }),
      await send(body.replace('bounce', 'complaint'), signed(body)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    await expectUntouched();
  });

  it.each([
    ['a type that there is not', { type: 'open' }],
    ['no Message-ID', { messageId: undefined }],
    ['a field that there is not', { reason: 'full' }],
    ['a word for whether it is permanent', { permanent: 'yes' }],
  ])('is %s', async (_, wrong) => {
    expect(await tell({ ...report, ...wrong })).toMatchObject({ status: 400, json: { error: 'invalid' } });
    await expectUntouched();
  });

  it('is everything but POST', async () => {
    expect(await send('', {}, 'GET')).toMatchObject({ status: 405 });
  });

  it('is everything where no secret is set', async () => {
    const bare = await startTestApp();
    try {
      const body = JSON.stringify(report);
      const response = await fetch(`${bare.url}/hooks/mail`, { method: 'POST', headers: signed(body), body });
      expect(response.status).toBe(404);
    } finally {
      await bare.close();
    }
  });
});
