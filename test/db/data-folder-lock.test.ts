import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDataFolder } from '../../src/db/embedded/data-folder-lock.ts';
import { processNamespace } from '../../src/db/embedded/running-process.ts';

const noSuchPid = 2 ** 22 + 1;
const patience = { heartbeatMs: 20, silenceMs: 200 };

describe('the claim on a data folder', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'lock-test-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  function leaveClaim(claim: { pid: number; namespace?: string; processStart?: string | null; socketFolder?: string }) {
    const path = join(dataDir, `owner-${claim.pid}-abc.json`);
    const whole = {
      host: hostname(),
      namespace: processNamespace(),
      processStart: null,
      socketFolder: null,
      since: '2026-01-01',
    };
    writeFileSync(path, JSON.stringify({ ...whole, ...claim }));
    return path;
  }

  it('is taken over from a process that no longer runs, with its socket', async () => {
    const socketFolder = join(dataDir, 'tributary-socket');
    mkdirSync(socketFolder);
    const stale = leaveClaim({ pid: noSuchPid, socketFolder });
    const lock = await lockDataFolder(dataDir, patience);
    expect(existsSync(stale)).toBe(false);
    expect(existsSync(socketFolder)).toBe(false);
    lock.release();
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('never removes a folder that is no socket of ours', async () => {
    const precious = join(dataDir, 'precious');
    mkdirSync(precious);
    leaveClaim({ pid: noSuchPid, socketFolder: precious });
    (await lockDataFolder(dataDir, patience)).release();
    expect(existsSync(precious)).toBe(true);
  });

  it.each(process.platform === 'linux' ? ['1'] : [])(
    'is taken over where the number now belongs to a process with another start than %s',
    async (start) => {
      const path = leaveClaim({ pid: process.pid, processStart: start });
      (await lockDataFolder(dataDir, patience)).release();
      expect(existsSync(path)).toBe(false);
    },
  );

  it('is respected while a process on another machine renews it', async () => {
    const path = leaveClaim({ pid: noSuchPid, namespace: 'elsewhere' });
    const renewal = setInterval(() => utimesSync(path, new Date(), new Date()), patience.heartbeatMs);
    await expect(lockDataFolder(dataDir, patience)).rejects.toThrow(`in use by process ${noSuchPid}`);
    clearInterval(renewal);
    expect(existsSync(path)).toBe(true);
  });

  it('is taken over when a process on another machine stops renewing it', async () => {
    const path = leaveClaim({ pid: noSuchPid, namespace: 'elsewhere' });
    const lock = await lockDataFolder(dataDir, patience);
    expect(existsSync(path)).toBe(false);
    lock.release();
  });

  it('goes to one at most of those that ask together', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataFolder(dataDir, patience)));
    const held = asked.filter(({ status }) => status === 'fulfilled');
    expect(held.length).toBeLessThanOrEqual(1);
    expect(readdirSync(dataDir).length).toBe(held.length);
  });

  it('tells its holder when it was taken away', async () => {
    const lost = Promise.withResolvers<Error>();
    const lock = await lockDataFolder(dataDir, { ...patience, onLost: lost.resolve });
    for (const name of readdirSync(dataDir)) rmSync(join(dataDir, name));
    expect((await lost.promise).message).toMatch('is gone');
    lock.release();
  });
});
