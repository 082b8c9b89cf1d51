import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let key: string;

beforeAll(async () => {
  app = await startTestApp();
  key = (await app.workspace()).keys.graphql;
});
afterAll(() => app.close());

function fetchWithKey(input: unknown, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${key}`);
  return fetch(String(input), { ...init, headers });
}

const audits = serverAudits({ url: () => `${app.url}/graphql`, fetchFn: fetchWithKey });

test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_, audit) => {
  expect(await audit.fn()).toMatchObject({ status: 'ok' });
});
