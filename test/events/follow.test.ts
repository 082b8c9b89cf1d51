import { afterAll, describe, expect, test } from 'vitest';
import { originCursor } from '../../src/events/cursor.ts';
import { follow } from '../../src/events/follow.ts';
import { createLogWindow } from '../../src/events/log-window.ts';
import type { TailsOptions } from '../../src/events/tails.ts';
import { around, ids, newEventId, openTestLog, take } from './test-log.ts';
import { openTestDatabase } from '../support/database.ts';

const database = await openTestDatabase();
afterAll(() => database.close());
const openLog = (options: Partial<TailsOptions> = {}) => openTestLog(database, options);

/** Sixty-four events without a word, as the window weighs them. */
const oneStretch = 64 * 502;

const everything = (orgId: string) => ({ orgId, businessId: null, conversationId: null });
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
    log.bus.hint(log.orgId, 2n);
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
    using log = await openLog({ window: createLogWindow(oneStretch) });
    const written = await log.append(...Array.from({ length: 700 }, () => ({})));
    const stream = await follow(log.tails, everything(log.orgId), { after: originCursor });
    expect(ids(await take(stream, 700))).toEqual(written);
  });

  test('lets a consumer stop for long and go on where it was', async () => {
    using log = await openLog({ window: createLogWindow(2 * oneStretch) });
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
    const scope = { orgId: log.orgId, businessId: 'biz_1', conversationId: null };
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
    const scope = { orgId: log.orgId, businessId: 'biz_1', conversationId: null };
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

describe('following one conversation', () => {
  const one = { conversationId: 'cv_1' };
  const scopeOf = (orgId: string) => ({ orgId, businessId: null, ...one });
  const others = Array.from({ length: 200 }, (_, n) => (n % 2 ? {} : { conversationId: 'cv_2' }));

  test('tells its events alone, those that were missed and those that come, however many lie between', async () => {
    using log = await openLog({ window: createLogWindow(oneStretch) });
    const written = [];
    for (let n = 0; n < 30; n += 1) written.push((await log.append(one, ...others.slice(0, 20))).at(0));
    const stream = await follow(log.tails, scopeOf(log.orgId), { after: originCursor });
    expect(ids(await take(stream, 30))).toEqual(written);
    const next = stream.next();
    await log.append(...others);
    const [live] = await log.append(one);
    expect((await next).value?.id).toBe(live);
    const [first, second] = [(await log.append(one, ...others)).at(0), (await log.append(...others, one)).at(-1)];
    expect(ids(await take(stream, 2))).toEqual([first, second]);
  });

  test('reads of what was missed only what is its own', async () => {
    let rows = 0;
    const pool = around(database.pool, async (run) => {
      const answer = await run();
      rows += (answer as { rows: { conversationId?: string }[] }).rows.filter((row) => 'conversationId' in row).length;
      return answer;
    });
    using log = await openLog({ database: { ...database, pool } });
    const [first = ''] = await log.append(one);
    await log.append(...others);
    await log.append(one);
    await log.append(...others);
    const stream = await follow(log.tails, scopeOf(log.orgId), { after: first });
    await take(stream, 1);
    expect(rows).toBeLessThan(5);
  });

  test('wakes nobody for what others say', async () => {
    using log = await openLog({ pollMs: 20 });
    let looked = 0;
    const stream = await follow(log.tails, scopeOf(log.orgId), { accepts: () => (looked += 1) > 0 });
    const next = stream.next();
    await expect.poll(() => log.tails.waiting).toBe(1);
    const witness = await follow(log.tails, everything(log.orgId));
    await log.append(...others);
    await take(witness, 200);
    expect([log.tails.waiting, looked]).toEqual([1, 0]);
    const [mine] = await log.append(one);
    expect((await next).value?.id).toBe(mine);
    await stream.return?.();
    expect(log.tails.waiting).toBe(0);
  });

  test('refuses an event of another one, and says so when what comes next was pruned', async () => {
    using log = await openLog({ window: createLogWindow(0) });
    const [foreign = ''] = await log.append({ conversationId: 'cv_2' }, {});
    await expect(follow(log.tails, scopeOf(log.orgId), { after: foreign })).rejects.toEqual(expired);
    const [mine = ''] = await log.append(one);
    const stream = await follow(log.tails, scopeOf(log.orgId), { after: mine });
    const witness = await follow(log.tails, everything(log.orgId));
    await log.append(...others, one);
    await take(witness, 201);
    await log.prune(100);
    await expect(stream.next()).rejects.toEqual(expired);
  });

  test('is answered from the index of conversations', async () => {
    const plan = async (sql: string) => {
      const client = await database.pool.connect();
      try {
        await client.query('set enable_seqscan = off');
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${sql}`);
        return rows.map((row) => row['QUERY PLAN']).join('\n');
      } finally {
        await client.query('reset enable_seqscan');
        client.release();
      }
    };
    const rows = `select id from events where org_id = 'o' and conversation_id = 'c' and position > 3 and position <= 9 order by position limit 20`;
    const head = `select id from events where org_id = 'o' and conversation_id = 'c' order by position desc limit 1`;
    for (const sql of [rows, head]) {
      const shown = await plan(sql);
      expect(shown).toContain('events_org_id_conversation_id_position_idx');
      expect(shown).not.toContain('Sort');
    }
  });
});
