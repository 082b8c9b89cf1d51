import { readFile } from 'node:fs/promises';

/** What a process holds in memory, in MB; read from /proc. */
export async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

export function watchPeak(pid: number): { stop(): number } {
  let peak = 0;
  const timer = setInterval(() => {
    residentMb(pid).then(
      (now) => (peak = Math.max(peak, now)),
      () => clearInterval(timer),
    );
  }, 100);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}
