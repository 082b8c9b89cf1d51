import { useLingui } from '@lingui/react/macro';
import type { Bar } from './chart.tsx';
import classes from './chart.module.css';

const rowHeight = 36;
const longest = 34;

const shorten = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

/** One bar below the other, as long as its number; the longest takes all the room. */
export function Bars({ title, bars }: { readonly title: string; readonly bars: readonly Bar[] }) {
  const { i18n } = useLingui();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const told = bars.map(({ label, count }) => `${label}: ${i18n.number(count)}`).join(', ');
  return (
    <svg className={classes['bars']} width="100%" height={bars.length * rowHeight} role="img" aria-label={title}>
      <desc>{told}</desc>
      {bars.map(({ key, label, count }, index) => (
        <g key={key}>
          <title>{`${label}: ${i18n.number(count)}`}</title>
          <text x="0" y={index * rowHeight + 14}>
            {shorten(label)}
          </text>
          <text x="100%" y={index * rowHeight + 14} textAnchor="end">
            {i18n.number(count)}
          </text>
          <rect className={classes['track']} x="0" y={index * rowHeight + 20} width="100%" height="8" rx="2" />
          {count > 0 && (
            <rect
              className={classes['bar']}
              x="0"
              y={index * rowHeight + 20}
              width={`${(count / most) * 100}%`}
              height="8"
              rx="2"
            />
          )}
        </g>
      ))}
    </svg>
  );
}
