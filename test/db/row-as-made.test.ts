import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/db/open/database.ts';
import type { ScopedWriter } from '../../src/db/scoped.ts';
import { openTables } from '../../src/db/transaction/tables-in-transaction.ts';
import { createTransactions } from '../../src/db/transaction/transaction.ts';
import { createChance } from '../support/chance.ts';
import { openTestDatabase } from '../support/database.ts';
import { randomChange } from './reader/random-rows.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  const at = new Date(0);
  const org = { id: 'acme', slug: 'acme', name: 'Acme', eventAt: at, createdAt: at };
  await database.prisma.organisation.create({ data: org });
  const stage = { orgId: 'acme', key: 'new', name: 'New', order: 0, createdAt: at };
  await database.prisma.stage.create({ data: { ...stage, id: 'stage' } });
});
afterAll(() => database.close());

const noOrm = { open: () => Promise.reject(new Error('The ORM was asked.')), leave: async () => undefined };

it('a row that is made unread is answered as it is then read', async () => {
  const inTransaction = createTransactions(database.pool);
  const chance = createChance(3);
  await inTransaction({ maxWaitMs: 4000, timeoutMs: 60_000 }, async (transaction) => {
    const counted = { ...transaction, asked: 0 };
    counted.query = (question) => {
      counted.asked += 1;
      return transaction.query(question);
    };
    const scope = { orgId: 'acme', businessId: null, conversationId: null };
    // The operations of a write, as write() has them.
    const { lead } = openTables(counted, scope, noOrm) as ScopedWriter;
    for (let n = 0; n < 100; n += 1) {
      const given = Object.entries(randomChange(chance, 'Lead')).filter(() => chance.below(3) > 0);
      const must = {
        source: 'manual',
        targetType: 'lead',
        context: {},
        status: 'NEW',
        createdAt: new Date(0),
        updatedAt: new Date(0),
      } as const;
      const data = { ...must, ...Object.fromEntries(given), id: `lead-${n}`, stageId: 'stage' };
      const made = await lead.createUnread({ data });
      expect([n, counted.asked]).toEqual([n, n]);
      expect(await lead.findFirst({ where: { id: data.id } })).toStrictEqual(made);
    }
    const { id } = await lead.createUnread({
      data: {
        id: 'default',
        stageId: 'stage',
        source: 'manual',
        targetType: 'lead',
        context: {},
        createdAt: new Date(0),
        updatedAt: new Date(0),
      },
    });
    expect([id, counted.asked]).toEqual(['default', 101]);
  });
});
