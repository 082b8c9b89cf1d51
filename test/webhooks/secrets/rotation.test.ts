import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '../../../src/db/open/database.ts';
import { secretContext } from '../../../src/domain/webhooks/signing-secret.ts';
import { ai93Webhooks } from '../../../src/vendors/ai93.ts';
import { quincerWebhooks } from '../../../src/vendors/quincer.ts';
import { openTestDatabase } from '../../support/database.ts';
import { openPipeline, secret, startedAt } from '../pipeline.ts';
import { openReceiver } from '../receiver.ts';
import { quincerAccepts } from '../vendor-verifiers.ts';
import { patiently } from '../../support/patiently.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('during a rotation the previous secret signs beside the new one', async () => {
  await using pipeline = await openPipeline(database);
  await using receiver = await openReceiver();
  const id = await pipeline.addEndpoint(receiver.url, { format: 'STANDARD' });
  const previousSecret = pipeline.secretBox.seal(secret, secretContext(pipeline.orgId, id));
  const previousSecretExpiresAt = new Date(startedAt.getTime() + 1000);
  const where = { orgId_id: { orgId: pipeline.orgId, id } };
  await database.prisma.webhookEndpoint.update({ where, data: { previousSecret, previousSecretExpiresAt } });
  await using worker = pipeline.createWorker();
  worker.start();
  await pipeline.addEvent([id]);
  await vi.waitFor(() => expect(receiver.received).toHaveLength(1), patiently);
  pipeline.advance(1);
  await pipeline.addEvent([id]);
  await vi.waitFor(() => expect(receiver.received).toHaveLength(2), patiently);
  const signatures = receiver.received.map(({ headers }) => String(headers['webhook-signature']).split(' ').length);
  expect(signatures).toEqual([2, 1]);
});

test('a vendor’s format has room for one secret: the one before signs first fires until the overlap is over', async () => {
  await using pipeline = await openPipeline(database);
  await using receiver = await openReceiver();
  const id = await pipeline.addEndpoint(receiver.url);
  const older = 'the secret before';
  const previousSecret = pipeline.secretBox.seal(older, secretContext(pipeline.orgId, id));
  const previousSecretExpiresAt = new Date(startedAt.getTime() + 1000);
  const where = { orgId_id: { orgId: pipeline.orgId, id } };
  await database.prisma.webhookEndpoint.update({ where, data: { previousSecret, previousSecretExpiresAt } });
  await using worker = pipeline.createWorker();
  worker.start();
  await pipeline.addEvent([id]);
  await vi.waitFor(() => expect(receiver.received).toHaveLength(1), patiently);
  pipeline.advance(1);
  await pipeline.addEvent([id]);
  await vi.waitFor(() => expect(receiver.received).toHaveLength(2), patiently);
  const signedWith = receiver.received.map((one) => [quincerAccepts(one, older), quincerAccepts(one, secret)]);
  expect(signedWith).toEqual([
    [true, false],
    [false, true],
  ]);
});

test.each([
  ['Quincer', quincerWebhooks.headers, 'Quincer-Signature', (body: string) => body],
  ['AI93', ai93Webhooks.headers, 'X-AI93-Signature', (body: string) => `1777903200.${body}`],
] as const)(
  '%s: of five attempts in a rotation every second one carries the new secret',
  (_, headers, name, signed) => {
    const [older, newer] = ['the secret before', 'the secret that follows'];
    const body = '{"id":"evt_0000000000000001"}';
    const signature = (key: string) => `sha256=${createHmac('sha256', key).update(signed(body)).digest('hex')}`;
    const at = new Date(1_777_903_200_000);
    const signedAs = (secrets: [string, ...string[]]) =>
      [1, 2, 3, 4, 5].map((attempt) => {
        const request = { eventId: 'evt_0000000000000001', type: 'lead.created', body, at, attempt, secrets } as const;
        return headers(request)[name];
      });
    expect(signedAs([newer, older])).toEqual([older, newer, older, newer, older].map(signature));
    expect(signedAs([newer])).toEqual([newer, newer, newer, newer, newer].map(signature));
  },
);
