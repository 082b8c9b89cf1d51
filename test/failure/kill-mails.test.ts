import { expect, test } from 'vitest';
import { runMailKills } from './kill-mail-run.ts';

test('no mail reaches the server twice or is forgotten when who sends is killed, and what is uncertain is named', async () => {
  const plan = { kills: 5, mails: 30, serverUrl: process.env['TEST_DATABASE_URL'], seed: 7 };
  const report = await runMailKills(plan);
  expect(report).toMatchObject({ twice: [], forgotten: [], unread: [], untold: [], unknown: [] });
  expect(report.states['UNCERTAIN'] ?? 0).toBeLessThanOrEqual(report.mostUncertain);
  expect(report.states['SENT']).toBeGreaterThan(0);
  expect(report.midway).toBeGreaterThan(0);
});
