import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { FolderInUseError } from '../open/database.ts';
import { removeSocketFolder } from './socket-folder.ts';
import { isRunning, processNamespace, processStart } from './running-process.ts';

const claimSchema = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  namespace: z.string(),
  processStart: z.string().nullable(),
  since: z.string(),
  socketFolder: z.string().nullable(),
});
type Claim = z.infer<typeof claimSchema>;
type FoundClaim = Claim & { readonly path: string };

export type DataFolderLock = {
  /** Of the claim, a file that this process wrote in the folder. */
  readonly path: string;
  release(): void;
};

export type LockOptions = {
  /** Removed with a claim whose process is gone. */
  readonly socketFolder?: string;
  readonly onLost?: (cause: Error) => void;
  readonly heartbeatMs?: number;
  /** How old the last sign of life of a process on another machine must be before it counts as gone. */
  readonly silenceMs?: number;
};

/**
 * Claims a data folder for this process. Each process writes a claim under a name of its own and then looks for others:
 * of two that start together at least one sees the other, and removing a dead one's claim can never remove a living one's.
 */
export async function lockDataFolder(dataDir: string, options: LockOptions = {}): Promise<DataFolderLock> {
  const { heartbeatMs = 1000, silenceMs = 15_000 } = options;
  mkdirSync(dataDir, { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    const path = writeClaim(dataDir, options.socketFolder ?? null);
    const owner = await findOwner(dataDir, path, heartbeatMs, silenceMs);
    if (!owner) return keepClaim(path, heartbeatMs, options.onLost);
    rmSync(path, { force: true });
    // Both of two that started together may have stepped back; the wait is random so that one of them comes first.
    if (attempt === 3) throw refusal(dataDir, owner);
    await setTimeout(20 + Math.random() * 80);
  }
}

const isClaim = (name: string) => name.startsWith('owner-') && name.endsWith('.json');

function writeClaim(dataDir: string, socketFolder: string | null): string {
  const claim: Claim = {
    pid: process.pid,
    host: hostname(),
    namespace: processNamespace(),
    processStart: processStart(process.pid),
    since: new Date().toISOString(),
    socketFolder,
  };
  const path = join(dataDir, `owner-${process.pid}-${randomBytes(4).toString('hex')}.json`);
  writeFileSync(`${path}.new`, `${JSON.stringify(claim)}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
  return path;
}

async function findOwner(dataDir: string, own: string, heartbeatMs: number, silenceMs: number) {
  for (const name of readdirSync(dataDir).filter(isClaim)) {
    const path = join(dataDir, name);
    if (path === own) continue;
    const claim = readClaim(path);
    if (!claim) continue;
    const alive =
      claim.namespace === processNamespace()
        ? isRunning(claim.pid, claim.processStart)
        : await showsLife(path, own, heartbeatMs, silenceMs);
    if (alive) return claim;
    rmSync(path, { force: true });
    if (claim.socketFolder) removeSocketFolder(claim.socketFolder);
  }
  return undefined;
}

function readClaim(path: string): FoundClaim | undefined {
  try {
    return { ...claimSchema.parse(JSON.parse(readFileSync(path, 'utf8'))), path };
  } catch {
    return undefined;
  }
}

const modified = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs;

/** Whether a process whose number says nothing here (another machine or container) still renews its claim. */
async function showsLife(path: string, own: string, heartbeatMs: number, silenceMs: number): Promise<boolean> {
  const first = modified(path);
  const age = (modified(own) ?? 0) - (first ?? 0);
  // Three beats at least, however old the claim looks: the clocks of two machines may differ.
  const deadline = Math.min(silenceMs, Math.max(3 * heartbeatMs, silenceMs - age));
  for (let waited = 0; waited < deadline; waited += heartbeatMs) {
    await setTimeout(heartbeatMs);
    const now = modified(path);
    if (now === undefined) return false;
    if (now !== first) return true;
  }
  return false;
}

function keepClaim(path: string, heartbeatMs: number, onLost?: (cause: Error) => void): DataFolderLock {
  const timer = setInterval(() => {
    try {
      const now = new Date();
      utimesSync(path, now, now);
    } catch (cause) {
      clearInterval(timer);
      onLost?.(new Error(`The claim ${path} is gone, so another process may be using the folder.`, { cause }));
    }
  }, heartbeatMs);
  timer.unref();
  return {
    path,
    release() {
      clearInterval(timer);
      rmSync(path, { force: true });
    },
  };
}

function refusal(dataDir: string, owner: FoundClaim): FolderInUseError {
  const who = owner.pid === process.pid && owner.host === hostname() ? 'this very process' : `process ${owner.pid}`;
  return new FolderInUseError(
    `The data folder ${dataDir} is in use by ${who} on ${owner.host}, since ${owner.since}. ` +
      `Stop that process, or give this one another folder (DATA_DIR). For several nodes on the same data, use PostgreSQL (DATABASE_URL). ` +
      `If it is certain that no process uses the folder, remove ${owner.path}.`,
  );
}
