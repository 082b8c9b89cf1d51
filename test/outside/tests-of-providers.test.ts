import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { modelAt, openChatCompletions } from './chat-completions-server.ts';
import { mailBy } from './mail/mail-server.ts';
import { answerJson, type ProviderServer } from './provider-server.ts';

/** Greets for ever, a line each second, so that no silence of it is long. */
const mails = createServer((socket) => {
  const timer = setInterval(() => socket.write('220-mail.example.com welcomes you\r\n'), 1000);
  socket.on('error', () => undefined).on('close', () => clearInterval(timer));
});

let app: TestApp;
let model: ProviderServer;
let workspace: TestWorkspace;
beforeAll(async () => {
  mails.listen(0, '127.0.0.1');
  await once(mails, 'listening');
  const address = mails.address();
  const port = address === null || typeof address === 'string' ? 0 : address.port;
  model = await openChatCompletions();
  app = await startTestApp({
    outside: {
      translate: null,
      model: modelAt(model.url),
      mail: mailBy({ port }),
    },
    outsideAllowedRanges: ['127.0.0.0/8'],
  });
  workspace = await app.workspace();
});
afterAll(async () => {
  await app.close();
  await model.close();
  mails.close();
});

const test = async (capability: string) =>
  (
    await workspace.graph.ask<{ testIntegration: object }>(
      'mutation ($c: OutsideCapability!) { testIntegration(capability: $c) { works error } }',
      { c: capability },
    )
  ).testIntegration;

it('a model whose list of models is nowhere may work, and what failed of it before still counts', async () => {
  const { orgId } = workspace;
  const failures = async () =>
    (await app.database.prisma.providerHealth.findFirst({ where: { orgId, capability: 'MODEL' } }))?.failures;
  model.beFound(answerJson({}, 500));
  expect(await test('MODEL')).toMatchObject({ works: false });
  model.beFound(answerJson({}, 404));
  expect(await test('MODEL')).toEqual({ works: true, error: null });
  expect(await failures()).toBe(1);
  model.beFound(answerJson([]));
  await test('MODEL');
  expect(await failures()).toBe(0);
});

it('a mail server that goes on greeting is waited for 20 seconds', { timeout: 90_000 }, async () => {
  expect(await test('MAIL')).toEqual({ works: false, error: 'The mail server did not answer in time.' });
});
