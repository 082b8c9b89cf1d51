import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Within what a process number means the same process: a boot and a container on Linux, elsewhere the machine. */
export function processNamespace(): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** When a process started, in ticks since boot; null where the system does not tell or the process has ended. */
export function processStart(pid: number): string | null {
  return readStat(pid)?.start ?? null;
}

function readStat(pid: number): { state: string; start: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in parentheses and may hold spaces; the state is the third, the start the 22nd.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', start: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

/** Whether the process still runs that had this number and this start. Another one that was given the number does not count. */
export function isRunning(pid: number, start: string | null): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  const stat = readStat(pid);
  if (stat?.state === 'Z') return false;
  return start === null || stat === undefined || stat.start === start;
}
