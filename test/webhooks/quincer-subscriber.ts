import { expect } from 'vitest';
import type { TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { openReceiver, type Received } from './receiver.ts';
import { quincerAccepts } from './vendor-verifiers.ts';

/** An event as Quincer's subscribers get it. */
export type Body = {
  readonly id: string;
  readonly object: string;
  readonly type: string;
  readonly created: number;
  readonly data: Readonly<Record<string, unknown>>;
};

const secret = 'a secret of our own';

/** Holds what came against Quincer's document: its signature, the twins of its headers, the envelope. */
function read(received: Received): Body {
  expect(quincerAccepts(received, secret)).toBe(true);
  const body = JSON.parse(received.rawBody.toString()) as Body;
  const { headers } = received;
  for (const prefix of ['', 'x-']) {
    expect(headers[`${prefix}quincer-event`]).toBe(body.type);
    expect(headers[`${prefix}quincer-signature`]).toBe(headers['quincer-signature']);
    expect(headers[`${prefix}quincer-timestamp`]).toMatch(/^\d{10}$/);
  }
  expect(Object.keys(body).toSorted()).toEqual(['created', 'data', 'id', 'object', 'type']);
  expect(body).toMatchObject({ id: expect.stringMatching(/^evt_[0-9a-f]{16}$/), object: 'event' });
  return body;
}

/** A subscriber to all that Quincer tells of a workspace. */
export async function openQuincerSubscriber({ database }: Pick<TestApp, 'database'>, { graph, orgId }: TestWorkspace) {
  const receiver = await openReceiver();
  await graph.ask(
    'mutation ($url: String!, $secret: String) { createWebhookEndpoint(input: { url: $url, format: QUINCER, secret: $secret }) { endpoint { id } } }',
    { url: receiver.url, secret },
  );
  const count = (where: object) => database.prisma.webhookDelivery.count({ where: { orgId, ...where } });
  const types = () => receiver.received.map((one) => read(one).type);
  return {
    /** Of what came since the last look. */
    types,
    /** What is told of what was done, once all of it came, in the order of its types. */
    async toldOf(act: () => Promise<unknown>): Promise<Body[]> {
      receiver.received.length = 0;
      const before = await count({});
      await act();
      await expect
        .poll(async () => [await count({ state: 'PENDING' }), receiver.received.length - (await count({})) + before])
        .toEqual([0, 0]);
      return receiver.received.map(read).toSorted((one, other) => (one.type < other.type ? -1 : 1));
    },
    close: () => receiver[Symbol.asyncDispose](),
  };
}

export type QuincerSubscriber = Awaited<ReturnType<typeof openQuincerSubscriber>>;
