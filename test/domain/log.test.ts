import { randomInt } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/open/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { addMember, openWriter, rowsOf, someEvent, type TestWriter } from './open-writer.ts';

let database: Database;
let acme: TestWriter;

beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());
beforeEach(async () => void (acme = await openWriter(database)));

describe('the log', () => {
  it('never skips or swaps a position under 12 writers, some of which fail', async () => {
    let expectedEvents = 0;
    const oneWrite = async () => {
      const events = randomInt(0, 4);
      const fails = randomInt(0, 4) === 0;
      const work = acme.write(async (tx) => {
        await addMember(tx);
        for (let turns = randomInt(0, 8); turns > 0; turns -= 1) await setImmediate();
        tx.audit('member.created', { id: 'x', businessId: null });
        for (let number = 0; number < events; number += 1) tx.record('lead.created', someEvent());
        if (fails) throw new Error('planned');
      });
      const [outcome] = await Promise.allSettled([work]);
      expect(outcome).toMatchObject(fails ? { reason: new Error('planned') } : { status: 'fulfilled' });
      expectedEvents += fails ? 0 : events;
    };
    const progress = { writing: true };
    const writers = Array.from({ length: 12 }, async () => {
      for (let number = 0; number < 12; number += 1) await oneWrite();
    });
    const seen: number[] = [];
    // Reads as a tail does: what is committed later may never appear before what was read.
    const observe = async () => {
      const rows = await database.prisma.event.findMany({
        where: { orgId: acme.actor.orgId, position: { gt: seen.at(-1) ?? 0 } },
        orderBy: { position: 'asc' },
        select: { position: true },
      });
      seen.push(...rows.map(({ position }) => Number(position)));
    };
    const observer = (async () => {
      while (progress.writing) await observe();
    })();
    await Promise.all(writers);
    progress.writing = false;
    await observer;
    await observe();
    expect(seen).toEqual(Array.from({ length: expectedEvents }, (_, index) => index + 1));
    expect((await acme.head()).position).toBe(expectedEvents);
  });

  it('never goes back in time, whatever the clock says', async () => {
    const hours = [5, 3, 9, 1, 9, 7];
    let hour = 0;
    const clock = { now: () => new Date(Date.UTC(2026, 4, 4, hour)) };
    const writer = await openWriter(database, { clock });
    for (hour of hours) {
      await writer.write(async (tx) => {
        await addMember(tx);
        tx.record('lead.created', someEvent());
      });
    }
    const events = await database.prisma.event.findMany({ ...rowsOf(writer), orderBy: { position: 'asc' } });
    expect(events.map(({ createdAt }) => createdAt.getUTCHours())).toEqual([5, 5, 9, 9, 9, 9]);
  });
});
