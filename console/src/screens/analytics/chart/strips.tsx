import { useLingui } from '@lingui/react/macro';
import classes from './chart.module.css';
import type { Series } from './series-chart.tsx';

const [top, height, gap] = [20, 36, 16];
const rowHeight = top + height + gap;

type Props = {
  readonly title: string;
  readonly series: readonly Series[];
  /** What each place along it is called, from the oldest to the newest. */
  readonly times: readonly string[];
  /** Whether all are drawn to one scale; each to its own otherwise. */
  readonly isOneScale: boolean;
};

const highest = (values: readonly (number | null)[]): number => Math.max(0, ...values.map((value) => value ?? 0));

/** One strip of columns below the other, each with its name and its highest number: no colour tells them apart. */
export function Strips({ title, series, times, isOneScale }: Props) {
  const { t } = useLingui();
  const step = 100 / Math.max(1, times.length);
  const all = highest(series.flatMap(({ values }) => values));
  const told = series.map(({ label, values, tell }) => {
    const [most, last] = [tell(highest(values)), tell(values.at(-1) ?? 0)];
    return t`${label}: at most ${most}, ${last} at the end`;
  });
  return (
    <svg className={classes['bars']} width="100%" height={series.length * rowHeight + 8} role="img" aria-label={title}>
      <desc>{told.join('; ')}</desc>
      {series.map(({ key, label, values, tell }, row) => {
        const most = highest(values);
        const scale = Math.max(isOneScale ? all : most, Number.MIN_VALUE);
        const base = row * rowHeight + top + height;
        return (
          <g key={key}>
            <text x="0" y={row * rowHeight + 12}>
              {label}
            </text>
            <text x="100%" y={row * rowHeight + 12} textAnchor="end">
              {t`at most ${tell(most)}`}
            </text>
            <line className={classes['line']} x1="0" x2="100%" y1={base} y2={base} />
            {values.map((value, index) => {
              const time = times[index] ?? '';
              const tall = value === null ? 0 : Math.max((value / scale) * height, value > 0 ? 1 : 0);
              return (
                <g key={time}>
                  <title>{`${label}, ${time}: ${value === null ? '–' : tell(value)}`}</title>
                  <rect
                    className={classes['hit']}
                    x={`${index * step}%`}
                    y={base - height}
                    width={`${step}%`}
                    height={height}
                  />
                  {tall > 0 && (
                    <rect
                      className={classes['bar']}
                      x={`${(index + 0.1) * step}%`}
                      y={base - tall}
                      width={`${step * 0.8}%`}
                      height={tall}
                    />
                  )}
                </g>
              );
            })}
          </g>
        );
      })}
      <text x="0" y={series.length * rowHeight + 4}>
        {times[0]}
      </text>
      {times.length > 1 && (
        <text x="100%" y={series.length * rowHeight + 4} textAnchor="end">
          {times.at(-1)}
        </text>
      )}
    </svg>
  );
}
