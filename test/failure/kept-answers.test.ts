import { expect, test } from 'vitest';
import { testEngine } from '../support/database.ts';
import { runKept } from './kept/run-kept.ts';

test.runIf(testEngine === 'postgres')(
  'nobody on three nodes is told what is out of date or another’s, nor misses an event, though one is killed',
  async () => {
    const serverUrl = process.env['TEST_DATABASE_URL'] ?? '';
    const report = await runKept({ serverUrl, seconds: 7, kill: true, redis: true });
    expect(report).toMatchObject({ stale: [], foreign: [], wrong: [], disordered: [], lost: [] });
    const { reads, writes, events, unmodified, repeated, kills } = report;
    expect(Math.min(reads, writes, events, unmodified, repeated, kills)).toBeGreaterThan(0);
  },
  180_000,
);
