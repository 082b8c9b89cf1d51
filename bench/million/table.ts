import type { ScaleCase } from './scale-case.ts';

export type Measured = {
  readonly ms: number;
  readonly rowsRead: number;
  /** Pages of 8 kB that its plans asked for. */
  readonly blocks: number;
  readonly scanned: readonly string[];
};

type Runs = readonly ReadonlyMap<string, Measured>[];

const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;

/** What each case took at each size, how many rows it read, and the last size to the first. */
export function tableOf(cases: readonly ScaleCase[], sizes: readonly number[], runs: Runs): string {
  const cells = (name: string, cell: (measured: Measured) => string) =>
    runs.map((all) => {
      const one = all.get(name);
      return one ? cell(one) : '';
    });
  const titles = (title: string) => sizes.map((size) => `${title} at ${size.toLocaleString('en')}`);
  const head = ['what', ...titles('ms'), 'ratio', ...titles('rows'), 'blocks', 'read as a whole'];
  const rows = cases.map(({ name }) => [
    name,
    ...cells(name, ({ ms }) => ms.toFixed(1)),
    ratioOf(timesOf(name, runs)).toFixed(1),
    ...cells(name, ({ rowsRead }) => rowsRead.toLocaleString('en')),
    (runs.at(-1)?.get(name)?.blocks ?? 0).toLocaleString('en'),
    [...new Set(runs.at(-1)?.get(name)?.scanned)].join(', '),
  ]);
  return ['', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const timesOf = (name: string, runs: Runs) => runs.map((all) => all.get(name)?.ms ?? 0);
const ratioOf = (times: readonly number[]): number => (times.at(-1) ?? 0) / (times[0] || 1);

/** A quarter of a millisecond is no bar, each doubling a character more. */
const barOf = (ms: number): string => '▇'.repeat(Math.max(0, Math.round(Math.log2(ms / 0.25))));

/** How the cases that grew most did so, from size to size. */
export function chartOf(sizes: readonly number[], runs: Runs, most = 20): string {
  const names = [...(runs[0]?.keys() ?? [])].toSorted(
    (one, other) => ratioOf(timesOf(other, runs)) - ratioOf(timesOf(one, runs)),
  );
  const rows = names
    .slice(0, most)
    .flatMap((name) => [
      name,
      ...timesOf(name, runs).map(
        (ms, n) => `  ${(sizes[n] ?? 0).toLocaleString('en').padStart(9)} ${ms.toFixed(1).padStart(8)} ms ${barOf(ms)}`,
      ),
    ]);
  return ['', ...rows].join('\n');
}
