import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/open/database.ts';
import type { IdempotencyClaim } from '../../src/db/write/idempotency.ts';
import { IdempotencyReplay } from '../../src/errors.ts';
import { openTestDatabase } from '../support/database.ts';
import { addEndpoint, addMember, countLeft, openWriter, rowsOf, someEvent, type TestWriter } from './open-writer.ts';

const nothing = { members: 0, events: 0, audit: 0, deliveries: 0, idempotencyKeys: 0 };
const claimOf = (key: string): IdempotencyClaim => ({ key, requestHash: new Uint8Array(32), claimed: false });

let database: Database;
let acme: TestWriter;

beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());
beforeEach(async () => void (acme = await openWriter(database)));

describe('a write', () => {
  it('moves the revision by one, and the position by its events', async () => {
    await acme.write(async (tx) => tx.audit('member.created', { ...(await addMember(tx)), businessId: null }));
    expect(await acme.head()).toEqual({ revision: 1, position: 0 });
    await acme.write(async (tx) => {
      await addMember(tx);
      for (const type of ['lead.created', 'lead.updated', 'task.created'] as const) tx.record(type, someEvent());
    });
    expect(await acme.head()).toEqual({ revision: 2, position: 3 });
    const events = await database.prisma.event.findMany({ ...rowsOf(acme), orderBy: { position: 'asc' } });
    expect(events.map(({ position, type }) => [Number(position), type])).toEqual([
      [1, 'lead.created'],
      [2, 'lead.updated'],
      [3, 'task.created'],
    ]);
    const audit = await database.prisma.auditEntry.findMany({ ...rowsOf(acme), orderBy: { id: 'asc' } });
    expect(
      audit.map(({ revision, action, apiKeyId }) => [Number(revision), action, apiKeyId === acme.actor.apiKeyId]),
    ).toEqual([
      [1, 'member.created', true],
      [2, 'lead.created', true],
      [2, 'lead.updated', true],
      [2, 'task.created', true],
    ]);
  });

  it('that tells of more than one statement may hold leaves all of it, in its order', async () => {
    await addEndpoint(acme);
    const before = await acme.head();
    const large = { ...someEvent(), snapshot: { metadata: { remark: 'x'.repeat(5 * 1024 * 1024) } } };
    await acme.write(async (tx) => {
      await addMember(tx);
      for (const type of ['lead.created', 'lead.updated', 'task.created'] as const) tx.record(type, large);
    });
    expect((await acme.head()).position).toBe(before.position + 3);
    const events = await database.prisma.event.findMany({
      ...rowsOf(acme),
      orderBy: { position: 'asc' },
      select: { position: true, type: true },
    });
    expect(events.slice(-3).map(({ position, type }) => [Number(position) - before.position, type])).toEqual([
      [1, 'lead.created'],
      [2, 'lead.updated'],
      [3, 'task.created'],
    ]);
    expect(await countLeft(database, acme)).toMatchObject({ events: before.position + 3, audit: 4, deliveries: 3 });
  });

  it('that touched no row moves nothing and leaves no audit', async () => {
    await acme.write(async (tx) => {
      await tx.member.updateManyAndReturn({ where: { name: 'Nobody' }, data: { name: 'Ada' } });
      await tx.member.deleteMany({ where: { name: 'Nobody' } });
      await tx.member.createMany({ data: [] });
      await tx.member.findMany();
    });
    expect(await acme.head()).toEqual({ revision: 0, position: 0 });
    expect(await countLeft(database, acme)).toEqual(nothing);
  });

  it('that touched no logged row but says what was done leaves its audit row', async () => {
    await acme.write(async (tx) => tx.audit('webhook_delivery.replayed', { id: 'endpoint', businessId: null }));
    expect(await acme.head()).toEqual({ revision: 1, position: 0 });
    expect(await countLeft(database, acme)).toEqual({ ...nothing, audit: 1 });
  });

  it('that only tells of something keeps what it told', async () => {
    await acme.write(async (tx) => tx.record('lead.replied', someEvent()));
    expect(await acme.head()).toEqual({ revision: 1, position: 1 });
    expect(await countLeft(database, acme)).toEqual({ ...nothing, events: 1, audit: 1 });
  });

  it('without an audit row is refused and undone', async () => {
    await expect(acme.write((tx) => addMember(tx))).rejects.toThrow('without leaving an audit row');
    expect(await countLeft(database, acme)).toEqual(nothing);
    expect(await acme.head()).toEqual({ revision: 0, position: 0 });
  });

  it('that fails leaves nothing behind, and its Idempotency-Key free', async () => {
    await addEndpoint(acme);
    const before = await countLeft(database, acme);
    const claim = claimOf('once');
    const change = (fails: boolean) =>
      acme.write(async (tx) => {
        await addMember(tx);
        tx.record('lead.created', someEvent());
        if (fails) throw new Error('The last step failed.');
      }, claim);
    await expect(change(true)).rejects.toThrow('The last step failed.');
    expect([await countLeft(database, acme), claim.claimed]).toEqual([before, false]);
    await change(false);
    const after = { members: 1, events: 1, audit: before.audit + 1, deliveries: 1, idempotencyKeys: 1 };
    expect([await countLeft(database, acme), claim.claimed]).toEqual([after, true]);
  });

  it('under a key that is taken changes nothing', async () => {
    const change = (claim: IdempotencyClaim) =>
      acme.write(async (tx) => tx.audit('member.created', { ...(await addMember(tx)), businessId: null }), claim);
    const answers = await Promise.allSettled(Array.from({ length: 8 }, () => change(claimOf('same'))));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []));
    expect(refusals.every((reason) => reason instanceof IdempotencyReplay)).toBe(true);
    expect(await countLeft(database, acme)).toEqual({ ...nothing, members: 1, audit: 1, idempotencyKeys: 1 });
  });
});

describe('a transient failure', () => {
  const atOnce = (table: string) => `create trigger fail_some before insert on ${table}`;
  const atCommit = (table: string) =>
    `create constraint trigger fail_some after insert on ${table} deferrable initially deferred`;
  const fail = async (table: string, sqlState: string, times: number, trigger = atOnce) => {
    await database.pool.query(`drop sequence if exists failures; create sequence failures;
      create or replace function fail_some() returns trigger language plpgsql as $$ begin
        if nextval('failures') <= ${times} then raise exception 'planned' using errcode = '${sqlState}'; end if; return new; end $$;
      drop trigger if exists fail_some on ${table};
      ${trigger(table)} for each row execute function fail_some()`);
  };
  afterEach(async () => void (await database.pool.query('drop function if exists fail_some cascade')));

  // By a statement of the change, by the tail, and by the commit, to which kept counts are deferred.
  it.each([
    ['members', '40P01', atOnce],
    ['members', '40001', atOnce],
    ['audit_entries', '40P01', atOnce],
    ['audit_entries', '40001', atOnce],
    ['members', '40P01', atCommit],
    ['members', '40001', atCommit],
  ])('of %s with %s is run again, and counts once', async (table, sqlState, trigger) => {
    await fail(table, sqlState, 3, trigger);
    let runs = 0;
    await acme.write(async (tx) => {
      runs += 1;
      await addMember(tx);
      tx.record('lead.created', someEvent());
    }, claimOf('again'));
    expect(runs).toBe(4);
    expect(await countLeft(database, acme)).toEqual({
      ...nothing,
      members: 1,
      events: 1,
      audit: 1,
      idempotencyKeys: 1,
    });
    expect(await acme.head()).toEqual({ revision: 1, position: 1 });
  });

  it('that does not end is told to the caller, and another failure is not tried again', async () => {
    let runs = 0;
    const change = () => acme.write(async (tx) => void ((runs += 1), await addMember(tx)));
    await fail('members', '40P01', 1000);
    await expect(change()).rejects.toMatchObject({ code: 'UNAVAILABLE', details: { retryAfterSeconds: 2 } });
    expect(runs).toBe(6);
    await fail('members', 'P0001', 1000);
    await expect(change()).rejects.toThrow('planned');
    expect(runs).toBe(7);
    const before = await countLeft(database, acme);
    await fail('members', 'P0001', 1000, atCommit);
    const recorded = acme.write(async (tx) => void (tx.record('lead.created', someEvent()), await addMember(tx)));
    await expect(recorded).rejects.toThrow('planned');
    expect(await countLeft(database, acme)).toEqual(before);
  });

  // Only PostgreSQL runs them at once; embedded they come one after the other, and end the same.
  it('that two writes give each other ends with both done', async () => {
    const [one, other] = await acme.write(async (tx) => {
      const made = [await addMember(tx), await addMember(tx)];
      tx.audit('member.created', { id: 'both', businessId: null });
      return made.map(({ id }) => id);
    });
    const rename = async (ids: (string | undefined)[], name: string) =>
      acme.write(async (tx) => {
        for (const id of ids) {
          await tx.member.updateManyAndReturn({ where: { id: id ?? '' }, data: { name } });
          await pause(50);
        }
        tx.audit('member.updated', { id: name, businessId: null });
      });
    await Promise.all([rename([one, other], 'forth'), rename([other, one], 'back')]);
    expect((await acme.head()).revision).toBe(3);
    const names = (await database.prisma.member.findMany(rowsOf(acme))).map(({ name }) => name);
    expect(new Set(names).size).toBe(1);
  });
});

describe('a database that cannot keep up', () => {
  it('turns callers away once too many wait, and takes them again', async () => {
    const writer = await openWriter(database, { maxPending: 2 });
    const gate = Promise.withResolvers<void>();
    const waiting = [1, 2].map(() => writer.write(() => gate.promise));
    const turnedAway = { code: 'UNAVAILABLE', details: { retryAfterSeconds: 1 } };
    await expect(writer.write(async () => undefined)).rejects.toMatchObject(turnedAway);
    gate.resolve();
    await Promise.all(waiting);
    expect(await writer.write(async () => 'taken')).toBe('taken');
  });

  it('gives up a change that takes too long, and undoes it', async () => {
    const writer = await openWriter(database, { timeoutMs: 50 });
    const slow = writer.write(async (tx) => {
      tx.audit('member.created', { ...(await addMember(tx)), businessId: null });
      await pause(200);
    });
    await expect(slow).rejects.toMatchObject({ code: 'UNAVAILABLE', details: { retryAfterSeconds: 2 } });
    expect(await countLeft(database, writer)).toEqual(nothing);
  });
});
