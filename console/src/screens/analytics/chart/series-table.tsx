import { useLingui } from '@lingui/react/macro';
import classes from './chart.module.css';
import type { Series } from './series-chart.tsx';

type Props = {
  readonly title: string;
  readonly series: readonly Series[];
  readonly times: readonly string[];
};

/** The table behind strips: a row for each piece of time, the newest first. */
export function SeriesTable({ title, series, times }: Props) {
  const { t } = useLingui();
  const rows = times.map((time, index) => ({ time, index })).toReversed();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, which a keyboard can only where it takes the focus
    <div className={classes['rows']} role="region" aria-label={t`${title}, as a table`} tabIndex={0}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t`From`}</th>
            {series.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ time, index }) => (
            <tr key={time}>
              <th scope="row">{time}</th>
              {series.map(({ key, values, tell }) => {
                const value = values[index] ?? null;
                return <td key={key}>{value === null ? '–' : tell(value)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
