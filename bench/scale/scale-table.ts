import type { ScaleCase } from './scale-case.ts';

export type Measured = {
  readonly ms: number;
  readonly rowsRead: number;
  readonly scanned: readonly string[];
};

type Cell = (measured: Measured) => string;

/** What each case took at each size, how many rows it read, and the last size to the first. */
export function tableOf(
  cases: readonly ScaleCase[],
  sizes: readonly number[],
  measured: readonly ReadonlyMap<string, Measured>[],
): string {
  const cells = (name: string, cell: Cell) =>
    measured.map((all) => {
      const one = all.get(name);
      return one ? cell(one) : '';
    });
  const titles = (title: string) => sizes.map((size) => `${title} at ${size.toLocaleString('en')}`);
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  const head = ['what', ...titles('ms'), 'ratio', ...titles('rows'), 'read as a whole'];
  const rows = cases.map(({ name }) => [
    name,
    ...cells(name, ({ ms }) => ms.toFixed(1)),
    ratioOf(measured.map((all) => all.get(name)?.ms ?? 0)),
    ...cells(name, ({ rowsRead }) => rowsRead.toLocaleString('en')),
    [...new Set(measured.at(-1)?.get(name)?.scanned)].join(', '),
  ]);
  return ['', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const ratioOf = (times: readonly number[]): string => ((times.at(-1) ?? 0) / (times[0] ?? 1)).toFixed(1);
