import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/open/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { addMember, countLeft, openWriter, rowsOf, type TestWriter } from './open-writer.ts';

let database: Database;
let acme: TestWriter;

beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());
beforeEach(async () => void (acme = await openWriter(database)));

describe('another tenant', () => {
  it('gets no row written, changed or deleted, whatever the change says', async () => {
    const other = await openWriter(database);
    await other.write(async (tx) =>
      tx.audit('member.created', { ...(await addMember(tx, 'Theirs')), businessId: null }),
    );
    const theirs = rowsOf(other).where;
    await acme.write(async (tx) => {
      const smuggled = { id: tx.newId(), type: 'HUMAN', name: 'Mine', createdAt: tx.now, ...theirs } as const;
      const made = await tx.member.create({ data: smuggled });
      await tx.member.createMany({ data: [{ ...smuggled, id: tx.newId() }] });
      tx.audit('member.created', { ...made, businessId: null });
      expect(await tx.member.updateManyAndReturn({ where: theirs, data: { name: 'Stolen' } })).toEqual([]);
      expect(await tx.member.deleteMany({ where: { OR: [theirs, { name: 'Theirs' }] } })).toEqual({ count: 0 });
      expect(await tx.member.findFirst({ where: { name: 'Theirs' } })).toBeNull();
      expect(await tx.member.count({ where: theirs })).toBe(0);
    });
    expect([(await countLeft(database, acme)).members, (await countLeft(database, other)).members]).toEqual([2, 1]);
    expect(await other.head()).toEqual({ revision: 1, position: 0 });
  });

  it('has no row that one of ours can refer to', async () => {
    const other = await openWriter(database);
    const theirs = await other.write(async (tx) => {
      const business = await tx.business.create({ data: { id: tx.newId(), name: 'Theirs', createdAt: tx.now } });
      tx.audit('business.created', { id: business.id, businessId: business.id });
      return business.id;
    });
    const cross = acme.write(async (tx) => {
      const widget = { id: tx.newId(), name: 'Site', allowedOrigins: [], businessId: theirs, createdAt: tx.now };
      tx.audit('widget.created', await tx.widget.create({ data: widget }));
    });
    await expect(cross).rejects.toMatchObject({ code: '23503' });
  });

  it('cannot be reached by a nested write, which has no type', () => {
    const nested = (write: TestWriter['write']) =>
      write(async (tx) => {
        // @ts-expect-error -- columns only: the client extension that scopes every operation does not see nested ones
        await tx.widget.create({ data: { id: '1', name: 'x', createdAt: tx.now, business: { create: { id: '2' } } } });
        // @ts-expect-error -- and none may go around the scoping
        expect(tx.$executeRaw).toBeUndefined();
      });
    expect(nested).toBeTypeOf('function');
  });
});
