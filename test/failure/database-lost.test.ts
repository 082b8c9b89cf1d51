import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openProxiedDatabase, type ProxiedDatabase, testEngine } from '../support/database.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { patiently } from '../support/patiently.ts';

const lead = { source: 'manual', targetType: 'person', displayName: 'Ada' };
const createLead = 'mutation { createLead(input: {firstName: "Ada"}) { lead { id } } }';
const listLeads = '{ leads(first: 1) { nodes { id } } }';

describe.runIf(testEngine === 'postgres')('a PostgreSQL server that goes away', () => {
  let on: ProxiedDatabase;
  let app: TestApp;
  let acme: TestWorkspace;
  beforeAll(async () => {
    on = await openProxiedDatabase();
    app = await startTestApp({ database: on.database });
    acme = await app.workspace();
  });
  afterAll(() => app.close());

  const ai93 = (method: string, body?: object) =>
    fetch(`${app.url}/api/v1/leads`, {
      method,
      headers: { authorization: `Bearer ${acme.keys.ai93}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });

  /** Ends the backend of every statement that waits for a lock, until all that was asked is answered. */
  async function endWaiting(asked: Promise<unknown>): Promise<void> {
    const waiting = `from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    const end = () => on.direct.query(`select pg_terminate_backend(pid) ${waiting}`).then(() => 'ended');
    while ((await Promise.race([asked.then(() => 'answered'), end()])) === 'ended');
  }

  /** Runs while every statement that touches a table waits. */
  async function whileLocked<T>(table: string, run: () => Promise<T>): Promise<T> {
    const holder = await on.direct.connect();
    await holder.query(`begin; lock table ${table} in access exclusive mode`);
    try {
      return await run();
    } finally {
      await holder.query('rollback');
      holder.release();
    }
  }

  const seen = async (response: Response) => ({
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    body: (await response.json()) as unknown,
  });
  const unavailable = { status: 503, retryAfter: '2', body: expect.objectContaining({ error: 'unavailable' }) };

  it('answers 503 with Retry-After to who was about to be authenticated, on every surface', async () => {
    const [rest, graph] = await whileLocked('api_keys', async () => {
      const asked = Promise.all([Promise.all([ai93('GET'), ai93('POST', lead)]), acme.graph.send(listLeads)]);
      await endWaiting(asked);
      return asked;
    });
    expect(await Promise.all(rest.map(seen))).toEqual([unavailable, unavailable]);
    expect(graph.status).toBe(503);
    expect(graph.headers.get('retry-after')).toBe('2');
    expect(graph.errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE', retryAfterSeconds: 2 } }]);
  });

  it('answers 503 to reads and writes that were under way', async () => {
    const [rest, graph] = await whileLocked('leads', async () => {
      const asked = Promise.all([
        Promise.all([ai93('GET'), ai93('POST', lead)]),
        Promise.all([acme.graph.refusal(listLeads), acme.graph.refusal(createLead)]),
      ]);
      await endWaiting(asked);
      return asked;
    });
    expect(await Promise.all(rest.map(seen))).toEqual([unavailable, unavailable]);
    expect(graph).toEqual(['UNAVAILABLE', 'UNAVAILABLE']);
  });

  it('answers 503 where connections break off without a word, and then serves on', async () => {
    const broken = await whileLocked('leads', async () => {
      const asked = [ai93('GET'), ai93('POST', lead)];
      await vi.waitFor(async () => {
        const sql = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
        expect((await on.direct.query(sql)).rowCount).toBeGreaterThanOrEqual(2);
      }, patiently);
      on.proxy.cut();
      return Promise.all(asked);
    });
    expect(await Promise.all(broken.map(seen))).toEqual([unavailable, unavailable]);
    expect((await ai93('GET')).status).toBe(200);
    expect((await ai93('POST', lead)).status).toBe(201);
  });

  it('tells of writes that it takes none, and reads on, while it is read-only', async () => {
    const reconnectWith = async (readOnly: 'on' | 'off') => {
      const owner = await on.direct.connect();
      await owner.query('set default_transaction_read_only = off');
      const alter = `alter database %I set default_transaction_read_only = ${readOnly}`;
      await owner.query(`do $$ begin execute format('${alter}', current_database()); end $$`);
      owner.release(true);
      // What the process looks for on its own account connects again meanwhile, perhaps before the last has noticed.
      await vi.waitFor(() => {
        const { totalCount } = on.database.pool;
        if (totalCount > 0) on.proxy.cut();
        expect(totalCount).toBe(0);
      }, patiently);
    };
    await reconnectWith('on');
    const refused = await ai93('POST', lead);
    const read = await ai93('GET');
    const notReady = await fetch(`${app.url}/readyz`);
    await reconnectWith('off');
    expect(await seen(refused)).toEqual({ ...unavailable, retryAfter: '5' });
    expect(read.status).toBe(200);
    expect([notReady.status, await notReady.json()]).toMatchObject([
      503,
      { problem: expect.stringMatching('read-only') },
    ]);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  });

  it('is not used up by the writes of a workspace whose row somebody else holds', async () => {
    const other = await app.workspace('Other');
    const holder = await on.direct.connect();
    await holder.query('begin');
    await holder.query('select 1 from organisations where id = $1 for update', [acme.orgId]);
    try {
      const waiting = Promise.all(Array.from({ length: 20 }, () => acme.graph.refusal(createLead)));
      expect((await other.graph.send(createLead)).errors ?? []).toEqual([]);
      expect((await acme.graph.send(listLeads)).errors ?? []).toEqual([]);
      expect(new Set(await waiting)).toEqual(new Set(['UNAVAILABLE']));
      await expect.poll(() => on.database.pool.totalCount - on.database.pool.idleCount).toBe(0);
    } finally {
      await holder.query('rollback');
      holder.release();
    }
    expect((await acme.graph.send(createLead)).errors ?? []).toEqual([]);
  });
});
