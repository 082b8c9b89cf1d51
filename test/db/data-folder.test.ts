import { chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/open/database.ts';
import { toFailure } from '../../src/db/driver-errors.ts';
import { openDatabase } from '../../src/db/open/open.ts';
import { holdFolder } from './child.ts';

const insert = `insert into organisations (id, slug, name, event_at, created_at) values ('o1', 'acme', 'Acme', now(), now())`;

describe('a data folder', () => {
  let dataDir: string;
  let database: Database | undefined;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'folder-test-'));
  });

  afterEach(async () => {
    await database?.close();
    database = undefined;
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is made where it is missing, migrated, closed to other users, and flushed to disk on commit', async () => {
    const missing = join(dataDir, 'not', 'there');
    database = await openDatabase({ dataDir: missing });
    expect(database.engine).toBe('embedded');
    expect(await database.prisma.organisation.count()).toBe(0);
    expect(statSync(join(missing, 'pg')).mode & 0o777).toBe(0o700);
    expect((await database.pool.query('show fsync')).rows).toEqual([{ fsync: 'on' }]);
  });

  it('keeps what was written when it is opened again', async () => {
    database = await openDatabase({ dataDir });
    await database.pool.query(insert);
    await database.close();
    database = await openDatabase({ dataDir });
    expect(await database.prisma.organisation.findMany({ select: { slug: true } })).toEqual([{ slug: 'acme' }]);
  });

  it('is left without a claim when it is closed', async () => {
    database = await openDatabase({ dataDir });
    expect(readdirSync(dataDir)).toEqual([expect.stringMatching(/^owner-\d+-\w+\.json$/), 'pg']);
    await database.close();
    expect(readdirSync(dataDir)).toEqual(['pg']);
  });

  it('opens although a first start was cut off while copying', async () => {
    mkdirSync(join(dataDir, 'pg.new', 'base'), { recursive: true });
    database = await openDatabase({ dataDir });
    expect(await database.prisma.organisation.count()).toBe(0);
    expect(readdirSync(dataDir)).not.toContain('pg.new');
  });

  it('is refused, by name, where its database is empty or was damaged', async () => {
    mkdirSync(join(dataDir, 'pg'));
    await expect(openDatabase({ dataDir })).rejects.toThrow(`${join(dataDir, 'pg')} holds no database`);
    expect(readdirSync(join(dataDir, 'pg'))).toEqual([]);
    rmSync(join(dataDir, 'pg'), { recursive: true });
    database = await openDatabase({ dataDir });
    await database.close();
    rmSync(join(dataDir, 'pg', 'global', 'pg_control'));
    await expect(openDatabase({ dataDir })).rejects.toThrow(`The database in ${join(dataDir, 'pg')} cannot be opened`);
    expect(readdirSync(dataDir)).toEqual(['pg']);
  });

  // Only root may give files away, and only root gets so far as to spoil what is another's.
  it.runIf(process.getuid?.() === 0)(
    'is refused to root where its database is another user’s, and left as it is',
    async () => {
      database = await openDatabase({ dataDir });
      await database.close();
      const folder = join(dataDir, 'pg');
      const paths = [
        folder,
        ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
      ];
      for (const path of paths) chownSync(path, 65534, 65534);
      await expect(openDatabase({ dataDir })).rejects.toThrow(`The database in ${folder} belongs to user 65534`);
      expect(paths.filter((path) => statSync(path).uid === 0)).toEqual([]);
      expect(readdirSync(dataDir)).toEqual(['pg']);
    },
  );

  it('is refused to a second process, which is told who has it', async () => {
    const owner = await holdFolder(dataDir);
    const refused = openDatabase({ dataDir }).catch((error: Error) => error.message);
    expect(await refused).toMatch(`in use by process ${owner.pid} on ${hostname()}, since 20`);
    expect(await refused).toMatch('DATA_DIR');
    await owner.kill();
  });

  it('is refused to the process that already has it', async () => {
    database = await openDatabase({ dataDir });
    await expect(openDatabase({ dataDir })).rejects.toThrow('in use by this very process');
  });

  it('has every acknowledged row after its process was killed, three times over', async () => {
    const acknowledged: string[] = [];
    for (let round = 1; round <= 3; round += 1) {
      const owner = await holdFolder(dataDir);
      await owner.reached(150);
      await owner.kill();
      acknowledged.push(...owner.acknowledged);
    }
    database = await openDatabase({ dataDir });
    const { rows } = await database.pool.query<{ id: string }>('select id from organisations');
    const kept = new Set(rows.map(({ id }) => id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(450);
  });

  it('is left by a database that does not answer, with all that was acknowledged', async () => {
    const lost = Promise.withResolvers<Error>();
    database = await openDatabase({ dataDir, statementMs: 2000, onLost: lost.resolve });
    const opened = database;
    expect(() => opened.assertRoom()).not.toThrow();
    await database.pool.query(insert);
    const hanging = database.pool.query('do $$ begin loop end loop; end $$').catch(toFailure);
    expect((await lost.promise).message).toMatch('It did not answer a statement within 2 s, so it was ended.');
    expect(await hanging).toMatchObject({ code: 'UNAVAILABLE' });
    await database.close();
    database = await openDatabase({ dataDir, freeDiskBytes: Number.MAX_SAFE_INTEGER });
    const again = database;
    expect(await database.prisma.organisation.count()).toBe(1);
    expect(() => again.assertRoom()).toThrow(expect.objectContaining({ code: 'UNAVAILABLE' }));
  });
});
