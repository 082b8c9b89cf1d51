import { Trans, useLingui } from '@lingui/react/macro';
import type { Bar } from './chart.tsx';
import classes from './chart.module.css';

type Props = { readonly title: string; readonly of: string; readonly bars: readonly Bar[] };

/** The table behind a chart: each number, and its part of them all. */
export function Figures({ title, of, bars }: Props) {
  const { t, i18n } = useLingui();
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, which a keyboard can only where it takes the focus
    <div className={classes['rows']} role="region" aria-label={t`${title}, as a table`} tabIndex={0}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{of}</th>
            <th scope="col">
              <Trans>Number</Trans>
            </th>
            <th scope="col">
              <Trans>Part</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ key, label, count, link }) => (
            <tr key={key}>
              <th scope="row">{link ?? label}</th>
              <td>{i18n.number(count)}</td>
              <td>{total === 0 ? '–' : i18n.number(count / total, { style: 'percent', maximumFractionDigits: 1 })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
