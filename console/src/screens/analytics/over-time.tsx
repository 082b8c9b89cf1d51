import { useLingui } from '@lingui/react/macro';
import { useSession } from '../../data/session.tsx';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { usePolling } from '../../data/use-polling.ts';
import { Loaded } from '../../parts/loaded.tsx';
import classes from './analytics.module.css';
import { SeriesChart } from './chart/series-chart.tsx';
import { OverTimeDocument, type OverTimeQuery } from './generated/operations.ts';
import { lookMs } from './look-ms.ts';
import { useTell } from './use-tell.ts';

const dayMs = 86_400_000;
/** More columns than these are told by weeks. */
const mostDays = 100;

/** Midnight in UTC of the first of so many days, today included: the same all day. */
const firstOf = (days: number): string => new Date((Math.floor(Date.now() / dayMs) + 1 - days) * dayMs).toISOString();

/** How things went: leads by stage, who answered and how soon, and webhooks. */
export function OverTime({ days }: { readonly days: number }) {
  const { may } = useSession();
  const query = useLiveQuery(OverTimeDocument, {
    variables: {
      from: firstOf(days),
      bucket: days > mostDays ? 'WEEK' : 'DAY',
      conversations: may('conversations:read'),
      webhooks: may('webhooks:read'),
    },
    on: [],
    isKept: true,
  });
  usePolling(query.refresh, lookMs);
  return (
    <Loaded query={query} lines={6}>
      {({ leads, responses, answers, deliveries }) => (
        <div className={classes['series']} aria-busy={!query.isCurrent}>
          <Leads leads={leads} />
          {responses && <Responses responses={responses} />}
          {answers && <Answers answers={answers} />}
          {deliveries && <Deliveries deliveries={deliveries} />}
        </div>
      )}
    </Loaded>
  );
}

type Of<Name extends keyof OverTimeQuery> = NonNullable<OverTimeQuery[Name]>;

function Leads({ leads: { isCut, buckets } }: { readonly leads: Of<'leads'> }) {
  const { t } = useLingui();
  const { count, day } = useTell();
  const stages = buckets[0]?.byStage.map(({ stage }) => stage) ?? [];
  const series = stages.map(({ id, name }, index) => ({
    key: id,
    label: name,
    values: buckets.map(({ byStage }) => byStage[index]?.count ?? 0),
    tell: count,
  }));
  const elsewhere = buckets.map((bucket) => bucket.elsewhere);
  if (elsewhere.some((leads) => leads > 0))
    series.push({ key: '', label: t`Stages that are gone`, values: elsewhere, tell: count });
  return (
    <SeriesChart
      name="leads"
      title={t`Leads by stage over time`}
      note={t`Of the leads that are there now: where they stood at the end of each day or week in UTC.`}
      series={series}
      times={buckets.map(({ at }) => day(at))}
      isCut={isCut}
      isOneScale
    />
  );
}

function Responses({ responses: { isCut, buckets } }: { readonly responses: Of<'responses'> }) {
  const { t } = useLingui();
  const { seconds, count, day } = useTell();
  const waits = (who: 'byAi' | 'byPerson') => buckets.map((bucket) => bucket[who].medianSeconds);
  return (
    <SeriesChart
      name="first-responses"
      title={t`Time to the first answer`}
      note={t`From a visitor’s first message on; half of them waited no longer. By when their conversations began, in UTC.`}
      series={[
        { key: 'ai', label: t`By the AI`, values: waits('byAi'), tell: seconds },
        { key: 'person', label: t`By a person`, values: waits('byPerson'), tell: seconds },
        {
          key: 'begun',
          label: t`Conversations that began`,
          values: buckets.map(({ conversations }) => conversations),
          tell: count,
        },
      ]}
      times={buckets.map(({ at }) => day(at))}
      isCut={isCut}
    />
  );
}

function Answers({ answers: { isCut, buckets } }: { readonly answers: Of<'answers'> }) {
  const { t } = useLingui();
  const { count, day } = useTell();
  return (
    <SeriesChart
      name="answers"
      title={t`Answers by the AI and by people`}
      note={t`Messages to visitors, by when they were written, in UTC.`}
      series={[
        { key: 'ai', label: t`By the AI`, values: buckets.map(({ byAi }) => byAi), tell: count },
        { key: 'person', label: t`By a person`, values: buckets.map(({ byPerson }) => byPerson), tell: count },
      ]}
      times={buckets.map(({ at }) => day(at))}
      isCut={isCut}
      isOneScale
    />
  );
}

function Deliveries({ deliveries: { isCut, buckets } }: { readonly deliveries: Of<'deliveries'> }) {
  const { t } = useLingui();
  const { percent, seconds, count, day } = useTell();
  const inSeconds = (ms: number | null) => (ms === null ? null : ms / 1000);
  return (
    <SeriesChart
      name="deliveries"
      title={t`Webhooks over time`}
      note={t`Deliveries by when they were made, in UTC; of those that came to an end, the part that was taken, and how long receivers took to answer.`}
      series={[
        { key: 'rate', label: t`Success rate`, values: buckets.map(({ successRate }) => successRate), tell: percent },
        {
          key: 'median',
          label: t`Answered within, half of them`,
          values: buckets.map(({ medianMs }) => inSeconds(medianMs)),
          tell: seconds,
        },
        {
          key: 'tail',
          label: t`Answered within, 19 of 20`,
          values: buckets.map(({ ninetyFifthMs }) => inSeconds(ninetyFifthMs)),
          tell: seconds,
        },
        { key: 'dead', label: t`Given up`, values: buckets.map(({ dead }) => dead), tell: count },
      ]}
      times={buckets.map(({ at }) => day(at))}
      isCut={isCut}
    />
  );
}
