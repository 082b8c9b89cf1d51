import { statfsSync } from 'node:fs';
import { unavailable } from '../../errors.ts';
import { limits } from '../../limits.ts';
import type { DatabaseLog } from '../open/database.ts';

export type DiskSpace = {
  /** Whether so little is left that nothing more may be written. */
  isShort(): boolean;
  /** @throws UNAVAILABLE while it is short */
  assertEnough(): void;
};

export type DiskSpaceOptions = {
  readonly log: DatabaseLog;
  readonly floorBytes?: number;
  readonly readFree?: (folder: string) => number;
};

const lookEveryMs = 250;
const retryAfterSeconds = 30;
const toMegabytes = (bytes: number) => Math.floor(bytes / 2 ** 20);

/** What this user may still write to the disk under a folder. */
function readFreeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** The same for people; null where the folder is gone. */
export function readFreeMegabytes(folder: string): number | null {
  try {
    return toMegabytes(readFreeBytes(folder));
  } catch {
    return null;
  }
}

/**
 * What is left of the disk under a folder, looked at by whoever writes (3 µs, four times a second at most). PGlite does not
 * survive a disk that is full, so a rest stays free, for the log of changes and for reading.
 */
export function createDiskSpace(folder: string, options: DiskSpaceOptions): DiskSpace {
  const { log, floorBytes = limits.freeDiskBytes, readFree = readFreeBytes } = options;
  let lookedAt = -Infinity;
  let short = false;

  function look(): void {
    lookedAt = performance.now();
    const free = readFree(folder);
    const isShort = free < floorBytes;
    const megabytes = { folder, freeMegabytes: toMegabytes(free), neededMegabytes: toMegabytes(floorBytes) };
    if (isShort && !short) log.error(megabytes, 'The disk is almost full: writes are refused until there is room.');
    if (!isShort && short) log.info(megabytes, 'The disk has room again: writes are taken.');
    short = isShort;
  }

  function isShort(): boolean {
    if (performance.now() - lookedAt >= lookEveryMs) look();
    return short;
  }

  return {
    isShort,
    assertEnough() {
      if (isShort()) throw unavailable('The server’s disk is almost full. Reading still works.', retryAfterSeconds);
    },
  };
}
