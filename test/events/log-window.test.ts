import { afterAll, describe, expect, test } from 'vitest';
import { createLogWindow } from '../../src/events/log-window.ts';
import { follow } from '../../src/events/follow.ts';
import { originCursor } from '../../src/events/cursor.ts';
import { readConversation, readEntries, type LogEntry } from '../../src/events/read-log.ts';
import { limits } from '../../src/limits.ts';
import { openTestDatabase } from '../support/database.ts';
import { ids, openTestLog, take } from './test-log.ts';

const database = await openTestDatabase();
afterAll(() => database.close());

const entry = (position: bigint, bytes: number): LogEntry => ({
  orgId: 'org_1',
  position,
  type: 'lead.updated',
  businessId: null,
  conversationId: null,
  bytes,
  event: () => {
    throw new Error('Nobody asked for it.');
  },
});

test('what the window keeps is bounded by what it weighs, and the stretch that was asked for longest ago goes first', () => {
  const window = createLogWindow(1_000_000);
  for (let n = 0n; n < 20n; n += 1n) {
    window.put(entry(n * 64n, 200_000));
    window.get('org_1', 0n);
  }
  const kept = Array.from({ length: 20 }, (_, n) => n).filter((n) => window.get('org_1', BigInt(n) * 64n));
  expect(kept).toEqual([0, 17, 18, 19]);
  expect(window.bytes).toBe(4 * 200_500);
});

test('what was put again weighs once', () => {
  const window = createLogWindow(1_000_000);
  for (let time = 0; time < 10; time += 1) window.put(entry(1n, 200_000));
  expect(window.bytes).toBe(200_500);
});

describe('a read of large events', () => {
  const large = 200_000;

  /** Writes events whose snapshot is that large as JSON, however well it is compressed on the disk. */
  async function openLarge(count: number) {
    const log = await openTestLog(database);
    const written = await log.append(...Array.from({ length: count }, () => ({ conversationId: 'cv_1' })));
    await database.pool.query(
      `update events set snapshot = jsonb_build_object('metadata', jsonb_build_object('text', repeat('x', ${large}))) where org_id = $1`,
      [log.orgId],
    );
    return { log, written };
  }

  test('ends with the event that makes it so many bytes', async () => {
    const { log } = await openLarge(30);
    const range = { after: 0n, upTo: null, limit: 500, maxBytes: 1_000_000 };
    const entries = await readEntries(database, log.orgId, range);
    expect(entries.map(({ position }) => position)).toEqual([1n, 2n, 3n, 4n, 5n]);
    expect(entries[0]?.bytes).toBe(large + '{"metadata": {"text": ""}}'.length);
    expect(await readEntries(database, log.orgId, { ...range, after: 27n })).toHaveLength(3);
    expect(await readEntries(database, log.orgId, { ...range, upTo: 2n })).toHaveLength(2);
    expect(await readEntries(database, log.orgId, { ...range, limit: 3 })).toHaveLength(3);
    expect(await readEntries(database, log.orgId, { ...range, after: 30n })).toEqual([]);
    const scope = { orgId: log.orgId, businessId: null, conversationId: 'cv_1' };
    const own = await readConversation(database, scope, { after: 0n, upTo: 30n, limit: 20, maxBytes: 300_000 });
    expect([own.isKept, own.entries.map(({ position }) => position)]).toEqual([true, [1n, 2n]]);
    expect(own.entries[1]?.event().snapshot.metadata).toEqual({ text: 'x'.repeat(large) });
    log.tails.close();
  });

  test('leaves none of them out, and the window under its bound', async () => {
    const count = 100;
    const { log, written } = await openLarge(count);
    const window = createLogWindow(3_000_000);
    const { tails, orgId } = await openTestLog(database, { window }).then(({ tails: own }) => ({
      tails: own,
      orgId: log.orgId,
    }));
    for (const conversationId of [null, 'cv_1']) {
      const stream = await follow(tails, { orgId, businessId: null, conversationId }, { after: originCursor });
      const seen: string[] = [];
      while (seen.length < count) {
        seen.push(...ids(await take(stream, 1)));
        expect(window.bytes).toBeLessThanOrEqual(3_000_000);
      }
      expect(seen).toEqual(written);
      await stream.return?.();
    }
    expect(count * large).toBeGreaterThan(4 * limits.eventReadBytes);
    for (const one of [tails, log.tails]) one.close();
  });
});
