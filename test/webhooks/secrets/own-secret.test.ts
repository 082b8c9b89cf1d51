import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const create = `mutation ($input: CreateWebhookEndpointInput!) {
  createWebhookEndpoint(input: $input) { signingSecret warnings }
}`;
const input = { url: 'http://127.0.0.1:9/hook', format: 'QUINCER' };

test.each(['', ' ', '\u200B'])('a blank secret is refused: %j', async (secret) => {
  const { graph } = await app.workspace();
  expect(await graph.refusal(create, { input: { ...input, secret } })).toBe('INVALID');
});

test.each([
  ['fifteen letters', 1],
  ['sixteen letters!', 0],
])('%j is taken, with %i warnings', async (secret, warnings) => {
  const { graph } = await app.workspace();
  type Answer = { createWebhookEndpoint: { signingSecret: string; warnings: string[] } };
  const { createWebhookEndpoint: made } = await graph.ask<Answer>(create, { input: { ...input, secret } });
  expect(made.signingSecret).toBe(secret);
  expect(made.warnings).toHaveLength(warnings);
});
