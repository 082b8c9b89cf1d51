import { expect, test } from 'vitest';
import { runKills } from './kill-run.ts';

test('no acknowledged change loses its delivery or is told under two ids when the product is killed under load', async () => {
  const lives = [400, 150];
  const serverUrl = process.env['TEST_DATABASE_URL'];
  const report = await runKills({ kills: lives.length, serverUrl, lifeMs: () => lives.shift() ?? 100 });
  expect(report.acknowledged).toBeGreaterThan(0);
  expect(report).toMatchObject({ lost: [], doubled: [] });
});
