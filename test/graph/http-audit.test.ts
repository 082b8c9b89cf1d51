import { type AuditRequirement, serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let key: string;

beforeAll(async () => {
  app = await startTestApp();
  key = (await app.workspace()).keys.graphql;
});

const passed: Record<AuditRequirement, number> = { MUST: 0, SHOULD: 0, MAY: 0 };

afterAll(async () => {
  process.stdout.write(`GraphQL over HTTP: ${passed.MUST} MUST, ${passed.SHOULD} SHOULD, ${passed.MAY} MAY passed\n`);
  await app.close();
});

function fetchWithKey(input: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${key}`);
  return fetch(input, { ...init, headers });
}

const audits = serverAudits({ url: () => `${app.url}/graphql`, fetchFn: fetchWithKey });

const requirementOf = (name: string): AuditRequirement =>
  name.startsWith('MUST') ? 'MUST' : name.startsWith('SHOULD') ? 'SHOULD' : 'MAY';

test('the audit is the whole one', () => {
  expect(audits.length).toBeGreaterThanOrEqual(60);
});

test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (name, audit) => {
  expect(await audit.fn()).toMatchObject({ status: 'ok' });
  passed[requirementOf(name)] += 1;
});
