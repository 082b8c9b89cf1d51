import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../src/db/open/database.ts';
import { forbidden } from '../../src/errors.ts';
import { createTestClock } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import { patiently } from '../support/patiently.ts';
import { nodeOn, work } from './queue-of.ts';

let database: Database;
let kind: string;

beforeAll(async () => void (database = await openTestDatabase()));
beforeEach(() => void (kind = crypto.randomUUID()));
afterAll(() => database.close());

const until = <Result>(condition: () => Result | Promise<Result>) => vi.waitFor(condition, patiently);

describe('what is done again and again', () => {
  it('is done once among nodes, each time after its pause, whether it fails or not', async () => {
    const clock = createTestClock();
    const turns: string[] = [];
    const run = (name: string) => async () => {
      turns.push(name);
      if (turns.length === 1) throw forbidden('Not now.');
      return { turn: turns.length };
    };
    const nodes = ['a', 'b', 'c'].map((name) =>
      nodeOn(database, clock)({ [kind]: work(run(name), { everyMs: 60_000, atOnce: 1, perOrganisation: 1 }) }),
    );
    const row = () => database.prisma.job.findFirstOrThrow({ where: { orgId: '', kind } });
    for (const node of nodes) node.start();
    await until(row);
    for (let turn = 1; turn <= 3; turn += 1) {
      const due = (await row()).runAt.getTime();
      clock.advance(due - clock.now().getTime() - 1);
      await Promise.all(nodes.map((node) => node.runDue()));
      expect(turns).toHaveLength(turn - 1);
      clock.advance(1);
      await until(async () => {
        for (const node of nodes) node.wake();
        expect((await row()).runAt.getTime()).toBe(clock.now().getTime() + 60_000);
      });
      expect(turns).toHaveLength(turn);
      expect(await row()).toMatchObject(
        turn === 1 ? { state: 'WAITING', lastError: 'Not now.' } : { lastError: null, result: { turn } },
      );
    }
    await Promise.all(nodes.map((node) => node.stop()));
    expect(await database.prisma.job.count({ where: { kind } })).toBe(1);
  });
});
