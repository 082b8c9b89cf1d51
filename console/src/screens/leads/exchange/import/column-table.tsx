import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import type { CsvFile } from './choose-file.tsx';
import { isFieldName, type Target } from './fields.ts';
import classes from './import.module.css';

const shownRows = 3;

type Props = {
  readonly file: CsvFile;
  readonly targets: readonly Target[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (at: number, target: Target) => void;
};

const isTarget = (text: string): text is Target => text === '' || text.startsWith('custom:') || isFieldName(text);

/** The columns of a file, each with what it becomes and what its first rows hold. */
export function ColumnTable({ file: { head, rows }, targets, options, onChange }: Props) {
  const { t } = useLingui();
  const first = rows.slice(0, shownRows);
  return (
    <table className={classes['table']}>
      <caption className={classes['caption']}>
        <Trans>What the columns become, and the first rows</Trans>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Column</Trans>
          </th>
          <th scope="col">
            <Trans>Becomes</Trans>
          </th>
          {first.map(({ number }) => (
            <th scope="col" key={number} className={classes['sample']}>
              <Trans>Row {number}</Trans>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {head.map((column, at) => {
          const name = column === '' ? t`Column ${at + 1}` : column;
          return (
            // oxlint-disable-next-line react/no-array-index-key -- a column is its place
            <tr key={at}>
              <th scope="row">
                {name}
                <div className={classes['value']}>{first[0]?.cells[at]}</div>
              </th>
              <td>
                <NativeSelect
                  size="xs"
                  aria-label={t`“${name}” becomes`}
                  data={[...options]}
                  value={targets[at] ?? ''}
                  onChange={({ currentTarget: { value } }) => isTarget(value) && onChange(at, value)}
                />
              </td>
              {first.map(({ number, cells }) => (
                <td key={number} className={classes['sample']}>
                  {cells[at]}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
