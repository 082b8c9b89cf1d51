import { afterAll, expect, test } from 'vitest';
import { headCursor, originCursor, resolveStart } from '../../src/events/cursor.ts';
import { createEventLog } from '../../src/events/event-log.ts';
import { readHeads, readLog } from '../../src/events/read-log.ts';
import type { LogEvent } from '../../src/events/snapshot.ts';
import { around, ids, newEventId, openTestLog } from './test-log.ts';
import { openTestDatabase } from '../support/database.ts';

const database = await openTestDatabase();
afterAll(() => database.close());
const openLog = () => openTestLog(database);

const anyType = { types: null, first: 100 };
const idsOrNull = (events: readonly LogEvent[] | null) => events && ids(events);

test('a page of the log ascends from a position and is bounded', async () => {
  using log = await openLog();
  const written = await log.append({}, {}, {}, {});
  const scope = { orgId: log.orgId, businessId: null, conversationId: null };
  const page = { cursor: written[0] ?? '', types: null, first: 2 };
  expect(idsOrNull(await readLog(log.database, scope, page))).toEqual(written.slice(1, 3));
  expect(idsOrNull(await readLog(log.database, scope, { ...page, cursor: written[3] ?? '' }))).toEqual([]);
  expect(await readLog(log.database, scope, { ...page, cursor: newEventId() })).toBeNull();
});

test('a page holds only the business and the types asked for', async () => {
  using log = await openLog();
  const [, second = '', third = ''] = await log.append(
    { businessId: 'biz_2', type: 'lead.created' },
    { businessId: 'biz_1', type: 'lead.created' },
    { businessId: 'biz_1', type: 'lead.updated' },
  );
  const scope = { orgId: log.orgId, businessId: 'biz_1', conversationId: null };
  expect(idsOrNull(await readLog(log.database, scope, { cursor: null, ...anyType }))).toEqual([second, third]);
  const created = { cursor: null, types: ['lead.created'] as const, first: 100 };
  expect(idsOrNull(await readLog(log.database, scope, created))).toEqual([second]);
});

test('a page carries the position, time and snapshot of each event', async () => {
  using log = await openLog();
  await log.append({ businessId: 'biz_1' });
  const scope = { orgId: log.orgId, businessId: null, conversationId: null };
  const events = await readLog(log.database, scope, { cursor: null, ...anyType });
  expect(events?.[0]).toEqual({
    orgId: log.orgId,
    position: 1n,
    id: expect.stringMatching(/^evt_[0-9a-f]{16}$/),
    type: 'lead.updated',
    businessId: 'biz_1',
    leadId: null,
    conversationId: null,
    createdAt: expect.any(Date),
    snapshot: {},
  });
});

test('the head cursor is the newest event in scope, and the origin where there is none', async () => {
  using log = await openLog();
  const whole = { orgId: log.orgId, businessId: null, conversationId: null };
  expect(await headCursor(log.database, whole)).toBe(originCursor);
  const [ours, theirs] = await log.append({ businessId: 'biz_1' }, { businessId: 'biz_2' });
  expect(await headCursor(log.database, whole)).toBe(theirs);
  expect(await headCursor(log.database, { orgId: log.orgId, businessId: 'biz_1', conversationId: null })).toBe(ours);
  expect(await headCursor(log.database, { orgId: log.orgId, businessId: 'biz_3', conversationId: null })).toBe(
    originCursor,
  );
});

test('a cursor is the position of its event; the origin comes before the oldest kept, also when none is', async () => {
  using log = await openLog();
  const scope = { orgId: log.orgId, businessId: null, conversationId: null };
  expect(await resolveStart(log.database, scope, originCursor)).toEqual({ position: 0n, head: 0n });
  const [, second = ''] = await log.append({}, {}, {});
  expect((await resolveStart(log.database, scope, second)).position).toBe(2n);
  await log.prune(2);
  expect((await resolveStart(log.database, scope, originCursor)).position).toBe(2n);
  await log.prune(3);
  expect(await resolveStart(log.database, scope, originCursor)).toEqual({ position: 3n, head: 3n });
});

test('the heads of many organisations are read together', async () => {
  using log = await openLog();
  const other = await log.addOrganisation();
  await log.append({}, {});
  expect(await readHeads(log.database, [log.orgId, other, 'org_3'])).toEqual(
    new Map([
      [log.orgId, 2n],
      [other, 0n],
    ]),
  );
});

test('the log of a caller lists from the oldest kept or after a cursor, and refuses a cursor outside its scope', async () => {
  using log = await openLog();
  const written = await log.append({ businessId: 'biz_1' }, { businessId: 'biz_2' }, { businessId: 'biz_1' });
  const [first = '', second = '', third = ''] = written;
  const whole = createEventLog(log.database, { orgId: log.orgId, businessId: null, conversationId: null });
  expect(ids(await whole.list({ cursor: null, types: null, first: 10 }))).toEqual(written);
  expect(ids(await whole.list({ cursor: first, types: null, first: 1 }))).toEqual([second]);
  const locked = createEventLog(log.database, { orgId: log.orgId, businessId: 'biz_1', conversationId: null });
  expect(ids(await locked.list({ cursor: first, types: null, first: 10 }))).toEqual([third]);
  await expect(locked.list({ cursor: second, types: null, first: 10 })).rejects.toMatchObject({
    code: 'CURSOR_EXPIRED',
  });
});

test('a page misses nothing that is pruned while it is read: the place it begins at goes first', async () => {
  using log = await openLog();
  const written = await log.append({}, {}, {}, {});
  const pool = around(log.database.pool, async (run) => {
    const answer = await run();
    await log.prune(3);
    return answer;
  });
  const pruning = createEventLog({ pool }, { orgId: log.orgId, businessId: null, conversationId: null });
  expect(ids(await pruning.list({ cursor: written[0] ?? '', types: null, first: 10 }))).toEqual(written.slice(1));
  await expect(pruning.list({ cursor: written[0] ?? '', types: null, first: 10 })).rejects.toMatchObject({
    code: 'CURSOR_EXPIRED',
  });
  await expect(pruning.list({ cursor: 'evt_\0', types: null, first: 10 })).rejects.toMatchObject({
    code: 'CURSOR_EXPIRED',
  });
});

test('events are found by id in the order asked for, and only those of the caller', async () => {
  using log = await openLog();
  const [first = '', second = '', third = ''] = await log.append({ businessId: 'biz_1' }, { businessId: 'biz_2' }, {});
  const foreign = await log.appendQuietly([{}], await log.addOrganisation());
  const whole = createEventLog(log.database, { orgId: log.orgId, businessId: null, conversationId: null });
  const found = await whole.find([third, ...foreign, first, newEventId()]);
  expect(found.map((event) => event?.id)).toEqual([third, undefined, first, undefined]);
  const locked = createEventLog(log.database, { orgId: log.orgId, businessId: 'biz_1', conversationId: null });
  expect((await locked.find([first, second, third])).map((event) => event?.id)).toEqual([first, undefined, undefined]);
});
