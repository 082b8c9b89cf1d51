import { cpus, loadavg, release, totalmem } from 'node:os';
import type { Measured, Plan, Side } from './measure.ts';

export const machineFacts = (): string => {
  const processors = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(1);
  const load = loadavg()[0]?.toFixed(1);
  return `${processors.length} × ${processors[0]?.model.trim()}, ${memory} GiB, ${process.platform} ${release()}, Node ${process.version}, load average ${load}`;
};

export const describePlan = ({ clients, rounds, roundMs, warmUpMs }: Plan): string =>
  `${clients} clients, keep-alive, in a thread of their own; ${rounds} rounds of ${roundMs / 1000} s in turns after ${warmUpMs / 1000} s of warm-up.`;

const columns = [
  '',
  'req/s',
  'p50 ms',
  'p99 ms',
  'cpu ms',
  'by hand',
  'p50 ms',
  'p99 ms',
  'cpu ms',
  'ratio',
  '(rounds)',
];

const side = ({ perSecond, p50Ms, p99Ms, cpuMs }: Side) => [
  perSecond.toFixed(0),
  p50Ms.toFixed(1),
  p99Ms.toFixed(1),
  cpuMs.toFixed(2),
];

export function table(measured: readonly Measured[]): string {
  const rows = measured.map(({ name, ours, peer, ratio, ratios }) => [
    name,
    ...side(ours),
    ...side(peer),
    ratio.toFixed(2),
    ratios.map((bound) => bound.toFixed(2)).join('–'),
  ]);
  const widths = columns.map((title, column) =>
    Math.max(...[columns, ...rows].map((row) => row[column]?.length ?? 0), title.length),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [columns, ...rows].map(line).join('\n');
}
