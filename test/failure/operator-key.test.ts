import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allScopes, workspaceScopes } from '../../src/access/scopes.ts';
import { mintKey } from '../../src/commands/mint-key.ts';
import { openDatabase } from '../../src/db/open/open.ts';
import { createRunAcross } from '../../src/db/run/run.ts';
import { mintOperatorKey } from '../../src/domain/keys/mint-operator-key.ts';
import { openOperatorSocket } from '../../src/server/process/operator-socket.ts';
import { startTestApp } from '../support/app.ts';
import { createMigratedPostgresDatabase, testEngine } from '../support/database.ts';
import type { PostgresDatabase } from '../support/postgres-database.ts';
import { createGraphClient } from '../support/graph-client.ts';
import { killLeftovers, startProduct } from './product.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'operator-key-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
afterAll(killLeftovers);

type Seen = {
  viewer: { apiKeyId: string; scopes: string[]; organisation: { name: string } };
  auditLog: { nodes: { action: string; subjectId: string; requestId: string; apiKeyId: string | null }[] };
};

/** Says who the key is, and what the audit tells of its making. */
async function look(url: string, key: string) {
  const seen = await createGraphClient(url, key).ask<Seen>(`{
    viewer { apiKeyId scopes organisation { name } }
    auditLog(first: 50) { nodes { action subjectId requestId apiKeyId } }
  }`);
  const id = seen.viewer.apiKeyId.replace(/^\w+?_/, '');
  const { scopes, organisation } = seen.viewer;
  const audit = seen.auditLog.nodes.filter(({ subjectId }) => subjectId.endsWith(id));
  return { scopes, workspace: organisation.name, audit };
}

const anOperatorsKey = {
  scopes: allScopes.toSorted(),
  workspace: 'Ours',
  audit: [{ action: 'api_key.created', subjectId: expect.any(String), requestId: 'npm-run-key', apiKeyId: null }],
};

/** The product on a folder, as its start opens it: whoever owns the folder may ask for a key. */
async function open() {
  const app = await startTestApp({ database: await openDatabase({ dataDir }) });
  const { openAs } = app.app.services;
  const runAcross = createRunAcross(app.database.pool);
  const mint = async (workspace: string | null) => mintOperatorKey({ runAcross, openAs }, workspace);
  const operators = await openOperatorSocket(dataDir, mint, pino({ level: 'silent' }));
  return {
    ...app,
    async close() {
      operators.close();
      await app.close();
    },
  };
}

describe.runIf(testEngine === 'embedded')('embedded', () => {
  const place = {
    get dataDir() {
      return dataDir;
    },
    databaseUrl: null,
  };

  it('is minted while the server runs, through a socket that only its user reaches, and while it is stopped', async () => {
    const first = await open();
    await first.workspace('Ours');
    expect(statSync(join(dataDir, 'operator')).mode & 0o777).toBe(0o700);
    expect(await look(first.url, (await mintKey(place, null)).secret)).toEqual(anOperatorsKey);
    await first.close();
    const { secret } = await mintKey(place, null);
    const second = await open();
    expect(await look(second.url, secret)).toEqual(anOperatorsKey);
    await second.close();
  });

  it('is of another workspace where that is named by its id or slug, and then without staff', async () => {
    const app = await open();
    await app.workspace('Ours');
    const theirs = await app.workspace('Theirs');
    const { slug, secret } = await mintKey(place, `org_${theirs.orgId}`);
    expect(await look(app.url, secret)).toMatchObject({ scopes: workspaceScopes.toSorted(), workspace: 'Theirs' });
    expect((await mintKey(place, slug)).workspace).toBe('Theirs');
    await expect(mintKey(place, 'nobodys')).rejects.toThrow('No workspace is called nobodys.');
    await app.close();
  });

  it('is printed by the command', async () => {
    const product = await startProduct({ DATA_DIR: dataDir });
    const command = fileURLToPath(new URL('../../src/commands/mint-key-main.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [command], { env: { DATA_DIR: dataDir } });
    const key = /^ {2}(tby_\w{43})$/m.exec(stdout)?.[1] ?? '';
    expect((await look(product.url, key)).workspace).toBe('My workspace');
    await product.stop('SIGTERM');
  });

  it('makes no folder where there is none', async () => {
    const missing = join(dataDir, 'missing');
    await expect(mintKey({ dataDir: missing, databaseUrl: null }, null)).rejects.toThrow(`no database in ${missing}`);
    expect(existsSync(missing)).toBe(false);
  });
});

describe.runIf(testEngine === 'postgres')('on PostgreSQL', () => {
  let made: PostgresDatabase;
  beforeAll(async () => void (made = await createMigratedPostgresDatabase()));
  afterAll(async () => made.drop());

  it('is minted while servers run', async () => {
    const app = await startTestApp({ database: await openDatabase({ dataDir, databaseUrl: made.url }) });
    await app.workspace('Ours');
    const { secret } = await mintKey({ dataDir, databaseUrl: made.url }, null);
    expect(await look(app.url, secret)).toEqual(anOperatorsKey);
    expect(readdirSync(dataDir)).toEqual([]);
    await app.close();
  });
});
