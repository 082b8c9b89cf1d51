import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Gateway, openGateway } from '../gateway.ts';

let gateway: Gateway;
beforeAll(async () => void (gateway = await openGateway({ signupsPerHour: 5 })));
afterAll(async () => gateway.close());

let signups = 0;
/** Signs up from an address, by default with an e-mail address that nobody used before. */
async function signUp(address: string, email = `agent-${(signups += 1)}@example.com`, workspaceName?: string) {
  const body = { email, workspace_name: workspaceName };
  return gateway.call('POST', '/api/openclaw/signup', null, body, { 'x-forwarded-for': address });
}

async function statusesOf(count: number, address: (index: number) => string) {
  const answers = await Promise.all(Array.from({ length: count }, async (_, index) => signUp(address(index))));
  return answers.map(({ status }) => status).toSorted((one, other) => one - other);
}

it('makes five workspaces an hour for one address, however many are asked for at once', async () => {
  expect(await statusesOf(8, () => '192.0.2.1')).toEqual([201, 201, 201, 201, 201, 429, 429, 429]);
  expect((await signUp('192.0.2.2')).status).toBe(201);
});

it('says so in the shape of the dialect, with the seconds to wait', async () => {
  await statusesOf(5, () => '192.0.2.3');
  const { status, headers, json } = await signUp('192.0.2.3');
  const seconds = Number(headers.get('retry-after'));
  expect(status).toBe(429);
  expect(seconds).toBeGreaterThan(3500);
  expect(seconds).toBeLessThanOrEqual(3600);
  expect(json).toEqual({
    success: false,
    error: {
      code: 'rate_limited',
      message: `At most 5 workspaces an hour can be made from one network address. Retry after ${seconds} seconds.`,
      hint: 'Wait for the seconds in Retry-After, or ask the operator of this installation for a key.',
    },
    warnings: [],
    next_steps: [],
  });
});

it('counts an IPv6 network of 64 bits as one address', async () => {
  const statuses = await statusesOf(6, (index) => `2001:db8:0:1::${index + 1}`);
  expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
  expect((await signUp('2001:db8:0:2::1')).status).toBe(201);
});

it('makes three workspaces a day for one e-mail address, wherever they are asked for', async () => {
  const made = [];
  for (const name of ['One', 'Two', 'Three', 'Four'])
    made.push(await signUp(`198.51.100.${name.length}${made.length}`, 'Ada@example.com', name));
  expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 429]);
  const seconds = Number(made[3]?.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(86_300);
  expect(made[3]?.json.error.message).toMatch(/^At most 3 workspaces a day can be made for one e-mail address\./);
});

it('counts only what was made', async () => {
  const address = '203.0.113.9';
  expect((await signUp(address, 'kim@example.com', 'Mine')).status).toBe(201);
  for (let index = 0; index < 8; index += 1)
    expect((await signUp(address, 'kim@example.com', 'Mine')).status).toBe(409);
  for (let index = 0; index < 8; index += 1) expect((await signUp(address, 'nobody')).status).toBe(400);
  expect(await statusesOf(5, () => address)).toEqual([201, 201, 201, 201, 429]);
});
