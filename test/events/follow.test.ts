import { afterAll, describe, expect, test } from 'vitest';
import { originCursor } from '../../src/events/cursor.ts';
import { follow } from '../../src/events/follow.ts';
import { createLogWindow } from '../../src/events/log-window.ts';
import type { TailsOptions } from '../../src/events/tails.ts';
import { ids, newEventId, openTestLog, take } from './test-log.ts';
import { openTestDatabase } from '../support/database.ts';

const database = await openTestDatabase();
afterAll(() => database.close());
const openLog = (options: Partial<TailsOptions> = {}) => openTestLog(database, options);

const everything = (orgId: string) => ({ orgId, businessId: null });
const expired = expect.objectContaining({ code: 'CURSOR_EXPIRED' });

describe('following from now', () => {
  test('tells nothing of what happened before, and everything that happens after', async () => {
    using log = await openLog();
    await log.append({}, {});
    const stream = await follow(log.tails, everything(log.orgId));
    const written = [...(await log.append({})), ...(await log.append({}, {}))];
    expect(ids(await take(stream, 3))).toEqual(written);
  });

  test('misses nothing that is written before the first event is asked for', async () => {
    using log = await openLog({ pollMs: 100_000 });
    const stream = await follow(log.tails, everything(log.orgId));
    const written = await log.appendQuietly([{}, {}]);
    log.bus.hint(log.orgId);
    expect(ids(await take(stream, 2))).toEqual(written);
  });

  test('gives several callers of next each their own event, in order', async () => {
    using log = await openLog();
    const stream = await follow(log.tails, everything(log.orgId));
    const asked = Promise.all([stream.next(), stream.next(), stream.next()]);
    const written = await log.append({}, {}, {});
    expect((await asked).map(({ value }) => value?.id)).toEqual(written);
  });
});

describe('following after an event', () => {
  test('replays what was missed and goes on live', async () => {
    using log = await openLog();
    const [first = '', ...missed] = await log.append({}, {}, {});
    const stream = await follow(log.tails, everything(log.orgId), { after: first });
    expect(ids(await take(stream, 2))).toEqual(missed);
    const live = await log.append({});
    expect(ids(await take(stream, 1))).toEqual(live);
  });

  test('starts with the oldest event kept when asked for the origin', async () => {
    using log = await openLog();
    const written = await log.append({}, {}, {}, {});
    await log.prune(2);
    const stream = await follow(log.tails, everything(log.orgId), { after: originCursor });
    expect(ids(await take(stream, 2))).toEqual(written.slice(2));
  });

  test('reads a long log in order, however little of it is kept in memory', async () => {
    using log = await openLog({ window: createLogWindow(1) });
    const written = await log.append(...Array.from({ length: 700 }, () => ({})));
    const stream = await follow(log.tails, everything(log.orgId), { after: originCursor });
    expect(ids(await take(stream, 700))).toEqual(written);
  });

  test('lets a consumer stop for long and go on where it was', async () => {
    using log = await openLog({ window: createLogWindow(2) });
    const slow = await follow(log.tails, everything(log.orgId));
    const quick = await follow(log.tails, everything(log.orgId));
    const written = await log.append({});
    expect(ids(await take(slow, 1))).toEqual(written);
    for (let batch = 0; batch < 5; batch += 1)
      written.push(...(await log.append(...Array.from({ length: 100 }, () => ({})))));
    expect(ids(await take(quick, 501))).toEqual(written);
    expect(ids(await take(slow, 500))).toEqual(written.slice(1));
  });

  test.each([
    ['an unknown id', newEventId()],
    ['a malformed id', 'evt_12'],
    ['something else altogether', "'; drop table events"],
  ])('refuses %s', async (_, after) => {
    using log = await openLog();
    await log.append({});
    await expect(follow(log.tails, everything(log.orgId), { after })).rejects.toEqual(expired);
    expect(log.tails.watched).toBe(0);
  });

  test('refuses a pruned event', async () => {
    using log = await openLog();
    const [first = ''] = await log.append({}, {});
    await log.prune(1);
    await expect(follow(log.tails, everything(log.orgId), { after: first })).rejects.toEqual(expired);
  });

  test("refuses another organisation's event", async () => {
    using log = await openLog();
    const other = await log.addOrganisation();
    const [foreign = ''] = await log.appendQuietly([{}], other);
    await log.append({});
    await expect(follow(log.tails, everything(log.orgId), { after: foreign })).rejects.toEqual(expired);
  });

  test("refuses another business's event under a business lock", async () => {
    using log = await openLog();
    const [theirs = '', ours = ''] = await log.append({ businessId: 'biz_2' }, { businessId: 'biz_1' });
    const scope = { orgId: log.orgId, businessId: 'biz_1' };
    await expect(follow(log.tails, scope, { after: theirs })).rejects.toEqual(expired);
    await (await follow(log.tails, scope, { after: ours })).return?.();
  });

  test('says so when what comes next was pruned while the consumer was away', async () => {
    using log = await openLog({ window: createLogWindow(0) });
    const stream = await follow(log.tails, everything(log.orgId));
    await log.append({});
    await take(stream, 1);
    await log.append({}, {}, {});
    await log.prune(3);
    await expect(stream.next()).rejects.toEqual(expired);
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    expect(log.tails.watched).toBe(0);
  });
});

describe('what a follower sees', () => {
  test('is only its own business when locked to one', async () => {
    using log = await openLog();
    const scope = { orgId: log.orgId, businessId: 'biz_1' };
    const stream = await follow(log.tails, scope, { after: originCursor });
    const [, second = '', , fourth = ''] = await log.append(
      { businessId: 'biz_2' },
      { businessId: 'biz_1' },
      { businessId: null },
      { businessId: 'biz_1' },
    );
    expect(ids(await take(stream, 2))).toEqual([second, fourth]);
  });

  test('is only its own organisation', async () => {
    using log = await openLog();
    const other = await log.addOrganisation();
    const stream = await follow(log.tails, everything(other), { after: originCursor });
    await log.append({});
    const [theirs = ''] = await log.appendQuietly([{}], other);
    expect(ids(await take(stream, 1))).toEqual([theirs]);
  });

  test('is narrowed by type and by what it accepts', async () => {
    using log = await openLog();
    const options = { types: ['lead.created'] as const, accepts: (event: { position: bigint }) => event.position > 2n };
    const stream = await follow(log.tails, everything(log.orgId), options);
    const written = await log.append({ type: 'lead.created' }, {}, {}, { type: 'lead.created' });
    expect(ids(await take(stream, 1))).toEqual(written.slice(3));
  });
});

describe('leaving', () => {
  test('ends a pending wait and stops the tail with its last follower', async () => {
    using log = await openLog();
    const first = await follow(log.tails, everything(log.orgId));
    const second = await follow(log.tails, everything(log.orgId));
    const pending = first.next();
    await Promise.resolve();
    await first.return?.();
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(log.tails.watched).toBe(1);
    await second.return?.();
    await second.return?.();
    expect([log.tails.watched, log.tails.waiting]).toEqual([0, 0]);
  });

  test('follows from a signal as well, even one given before', async () => {
    using log = await openLog();
    const controller = new AbortController();
    const stream = await follow(log.tails, everything(log.orgId), { signal: controller.signal });
    const pending = stream.next();
    controller.abort();
    expect(await pending).toEqual({ done: true, value: undefined });
    const late = await follow(log.tails, everything(log.orgId), { signal: controller.signal });
    expect(await late.next()).toEqual({ done: true, value: undefined });
    expect([log.tails.watched, log.tails.waiting]).toEqual([0, 0]);
  });
});
