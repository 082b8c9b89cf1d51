import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { webhookBodies } from '../../../compat/vendor-apis.ts';
import type { WebhookFormat } from '../../../src/db/generated/prisma/enums.ts';
import type { EventType } from '../../../src/events/catalogue.ts';
import { createFormats } from '../../../src/webhooks/format/formats.ts';
import { createPoster } from '../../../src/webhooks/post/poster.ts';
import { createAddressPolicy } from '../../../src/webhooks/post/safe-address.ts';
import { eventOf } from '../events.ts';
import { openReceiver, type Received } from '../receiver.ts';
import { ai93Accepts, quincerAccepts } from '../vendor-verifiers.ts';

const formats = createFormats(webhookBodies);
const secret = 'whsec_c2VjcmV0IG9mIGEgc3Vic2NyaWJlciwgMzIgYnl0ZXM=';

type Sending = { readonly type?: EventType; readonly at?: Date; readonly attempt?: number; readonly older?: string };

async function send(format: WebhookFormat, sending: Sending = {}): Promise<Received> {
  const { type = 'lead.created', at = new Date(), attempt = 1, older } = sending;
  await using receiver = await openReceiver();
  const poster = createPoster({ addresses: createAddressPolicy({ allowedRanges: ['127.0.0.0/8'] }) });
  const event = eventOf(type);
  const body = formats[format].body(event, { consumerWorkspace: 'krew' }) ?? '';
  const secrets: [string, ...string[]] = older === undefined ? [secret] : [secret, older];
  const headers = formats[format].headers({ eventId: event.id, type, body, at, attempt, secrets });
  expect(await poster.post(receiver.url, { headers, body })).toMatchObject({ status: 200, responseExcerpt: 'ok' });
  await poster.close();
  const [received] = receiver.received;
  if (!received) throw new Error('Nothing arrived.');
  return received;
}

function withFlippedBit(received: Received): Received {
  const rawBody = Buffer.from(received.rawBody);
  rawBody[40] = (rawBody[40] ?? 0) ^ 1;
  return { ...received, rawBody };
}

describe("Quincer's verifier sample", () => {
  test('accepts a delivery, and refuses a flipped bit and another secret', async () => {
    const received = await send('QUINCER');
    expect(quincerAccepts(received, secret)).toBe(true);
    expect(quincerAccepts(withFlippedBit(received), secret)).toBe(false);
    expect(quincerAccepts(received, `${secret}x`)).toBe(false);
  });

  test('finds both header families, with the time of the attempt', async () => {
    const { headers } = await send('QUINCER', { type: 'task.created', at: new Date('2026-05-04T14:00:00.900Z') });
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'quincer-event': 'task.created',
      'quincer-timestamp': '1777903200',
      'x-quincer-event': 'task.created',
      'x-quincer-timestamp': '1777903200',
    });
    expect(headers['x-quincer-signature']).toBe(headers['quincer-signature']);
  });
});

describe("AI93's verifier sample", () => {
  test('accepts a delivery, and refuses a flipped bit, another secret and an old timestamp', async () => {
    const received = await send('AI93');
    expect(await ai93Accepts(received, secret)).toBe(true);
    expect(await ai93Accepts(withFlippedBit(received), secret)).toBe(false);
    expect(await ai93Accepts(received, `${secret}x`)).toBe(false);
    expect(await ai93Accepts(await send('AI93', { at: new Date(Date.now() - 301_000) }), secret)).toBe(false);
  });

  test('finds the documented headers on the first fire and on a retry', async () => {
    const { headers } = await send('AI93', { type: 'lead.converted' });
    expect(headers).toMatchObject({
      'x-ai93-event': 'lead.converted',
      'x-ai93-event-id': 'evt_00000000000000a7',
      'x-ai93-attempt': '1',
      'user-agent': 'AI93Platform/1.0',
    });
    const retry = await send('AI93', { attempt: 2 });
    expect(retry.headers).toMatchObject({ 'x-ai93-attempt': '2', 'user-agent': 'AI93Platform/1.0 (retry)' });
  });
});

test('Standard Webhooks: one signature for every valid secret, made with the bytes behind the base64', async () => {
  const older = `whsec_${Buffer.from('the secret before the rotation').toString('base64')}`;
  const { headers, rawBody } = await send('STANDARD', { type: 'conversation.closed', older });
  const content = `evt_00000000000000a7.${String(headers['webhook-timestamp'])}.${rawBody.toString()}`;
  const expected = ['secret of a subscriber, 32 bytes', 'the secret before the rotation'].map(
    (key) => `v1,${createHmac('sha256', key).update(content).digest('base64')}`,
  );
  expect(headers['webhook-signature']).toBe(expected.join(' '));
  expect(headers['webhook-id']).toBe('evt_00000000000000a7');
});
