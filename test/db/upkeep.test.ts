import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../src/db/open/database.ts';
import { placeFolder } from '../../src/db/embedded/place-folder.ts';
import { startEmbedded, type EmbeddedServer } from '../../src/db/embedded/start.ts';
import { keepUp } from '../../src/db/embedded/upkeep.ts';

describe('the upkeep of the embedded database', () => {
  let dataDir: string;
  let server: EmbeddedServer;
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'upkeep-test-'));
    server = await startEmbedded({ folder: await placeFolder(dataDir, silentLog), throwaway: true });
    await server.pool.query('create table items (i int, padding text)');
  });
  afterEach(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true });
  });

  const logMegabytes = () => {
    const folder = join(dataDir, 'pg', 'pg_wal');
    const sizes = readdirSync(folder, { withFileTypes: true }).map((entry) =>
      entry.isFile() ? statSync(join(folder, entry.name)).size : 0,
    );
    return sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20;
  };
  const settle = async () => {
    const done: string[] = [];
    for (let step = await keepUp(server.pool); step && done.length < 20; step = await keepUp(server.pool))
      done.push(step);
    return done;
  };

  it('has nothing to do while nothing changes', async () => {
    await settle();
    expect(await settle()).toEqual([]);
  });

  it('tells the planner of new rows, and removes those that were deleted', async () => {
    await server.pool.query('insert into items select n from generate_series(1, 1000) n');
    expect(await settle()).toEqual(['analyze']);
    await server.pool.query('delete from items');
    expect(await settle()).toEqual(['vacuum']);
    const { rows } = await server.pool.query<{ bytes: string }>(`select pg_relation_size('items') as bytes`);
    expect(rows).toEqual([{ bytes: '0' }]);
  });

  it('keeps the log of changes small, however much is written', async () => {
    for (let round = 0; round < 8; round += 1) {
      await server.pool.query(`insert into items select n, repeat('x', 1000) from generate_series(1, 40000) n`);
      await settle();
    }
    expect(logMegabytes()).toBeLessThan(160);
  });
});
