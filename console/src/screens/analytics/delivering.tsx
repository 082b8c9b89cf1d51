import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { usePolling } from '../../data/use-polling.ts';
import { Loaded } from '../../parts/loaded.tsx';
import classes from './analytics.module.css';
import { Bars } from './chart/bars.tsx';
import { Chart } from './chart/chart.tsx';
import { DeliveringDocument, type DeliveringQuery } from './generated/operations.ts';
import { lookMs } from './look-ms.ts';

type Attempt = DeliveringQuery['latest']['nodes'][number]['attempts'][number];

const bounds = [100, 300, 1000, 5000, Number.POSITIVE_INFINITY] as const;

/** How many attempts that were answered took up to each of these, in milliseconds. */
const countByTime = (attempts: readonly Attempt[]) =>
  bounds.map((bound, index) => {
    const least = bounds[index - 1] ?? -1;
    const within = attempts.filter(
      ({ status, durationMs }) => status !== null && durationMs > least && durationMs <= bound,
    );
    return { bound, least, count: within.length };
  });

/** Whether webhooks arrive, and how soon their receivers answer. */
export function Delivering() {
  const { t, i18n } = useLingui();
  const query = useLiveQuery(DeliveringDocument, { variables: {}, on: [] });
  usePolling(query.refresh, lookMs);
  const [success, time] = [t`Webhook deliveries`, t`How soon receivers answer`];
  const tell = (ms: number) => i18n.number(ms / 1000, { style: 'unit', unit: 'second', unitDisplay: 'narrow' });
  return (
    <Loaded query={query} lines={3}>
      {({ succeeded, pending, dead, latest: { nodes } }) => {
        const states = [
          { key: 'SUCCEEDED', label: t`Succeeded`, count: succeeded.totalCount },
          { key: 'PENDING', label: t`On the way`, count: pending.totalCount },
          { key: 'DEAD', label: t`Given up`, count: dead.totalCount },
        ];
        const attempts = nodes.flatMap((delivery) => delivery.attempts);
        const times = [
          ...countByTime(attempts).map(({ bound, least, count }) => ({
            key: String(bound),
            label: Number.isFinite(bound) ? t`Up to ${tell(bound)}` : t`More than ${tell(least)}`,
            count,
          })),
          { key: 'none', label: t`No answer`, count: attempts.filter(({ status }) => status === null).length },
        ];
        return (
          <div className={classes['charts']}>
            <Chart title={success} of={t`State`} note={t`All that are kept, of every endpoint.`} bars={states}>
              <Bars title={success} bars={states} />
            </Chart>
            <Chart title={time} of={t`Time`} note={t`Every attempt of the latest 100 deliveries.`} bars={times}>
              <Bars title={time} bars={times} />
            </Chart>
          </div>
        );
      }}
    </Loaded>
  );
}
