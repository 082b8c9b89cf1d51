import { useLingui } from '@lingui/react/macro';
import type { Bar } from './chart.tsx';
import classes from './chart.module.css';

const [top, height, bottom] = [20, 140, 20];

/** One column beside the other, from the oldest to the newest. */
export function Columns({ title, bars }: { readonly title: string; readonly bars: readonly Bar[] }) {
  const { t, i18n } = useLingui();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const step = 100 / Math.max(1, bars.length);
  const [first, last] = [bars[0]?.label ?? '', bars.at(-1)?.label ?? ''];
  const total = i18n.number(bars.reduce((sum, { count }) => sum + count, 0));
  const highest = i18n.number(most);
  return (
    <svg className={classes['bars']} width="100%" height={top + height + bottom} role="img" aria-label={title}>
      <desc>{t`${total} from ${first} to ${last}; at most ${highest} on one day`}</desc>
      <line className={classes['line']} x1="0" x2="100%" y1={top} y2={top} />
      <line className={classes['line']} x1="0" x2="100%" y1={top + height} y2={top + height} />
      <text x="0" y={top - 6}>
        {highest}
      </text>
      {bars.map(({ key, label, count }, index) => {
        const tall = (count / most) * height;
        return (
          <g key={key}>
            <title>{`${label}: ${i18n.number(count)}`}</title>
            <rect className={classes['hit']} x={`${index * step}%`} y={top} width={`${step}%`} height={height} />
            {count > 0 && (
              <rect
                className={classes['bar']}
                x={`${(index + 0.1) * step}%`}
                y={top + height - tall}
                width={`${step * 0.8}%`}
                height={tall}
              />
            )}
          </g>
        );
      })}
      <text x="0" y={top + height + 16}>
        {first}
      </text>
      {bars.length > 1 && (
        <text x="100%" y={top + height + 16} textAnchor="end">
          {last}
        </text>
      )}
    </svg>
  );
}
