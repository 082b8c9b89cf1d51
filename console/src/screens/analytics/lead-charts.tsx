import { useLingui } from '@lingui/react/macro';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { Bars } from './chart/bars.tsx';
import { type Bar, Chart } from './chart/chart.tsx';
import { Columns } from './chart/columns.tsx';
import type { AnalyticsQuery } from './generated/operations.ts';
import { mapWords } from './map-words.ts';
import { touchpointTypes } from '../../parts/words.ts';
import { labels, statuses, tiers } from './words.ts';

type Analytics = AnalyticsQuery['analytics'];

const mostDrawn = 12;

/** The bar, whose label in the table leads to the leads it counts. */
const leading = (bar: Bar, search: Readonly<Record<string, string>>): Bar => ({
  ...bar,
  link: (
    <ScreenLink path="leads" search={search}>
      {bar.label}
    </ScreenLink>
  ),
});

const format = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;

/** Where leads are, what they are, where they come from and when they came. */
export function LeadCharts({ analytics }: { readonly analytics: Analytics }) {
  const { t, i18n } = useLingui();
  const { byStage, byStatus, bySource, byTier, byLabel, touchpoints, createdPerDay } = analytics;
  const days = createdPerDay.map(({ day, count }): Bar => ({ key: day, label: i18n.date(day, format), count }));
  const stages = byStage.map(({ stage, count }) =>
    leading({ key: stage.id, label: stage.name, count }, { stage: stage.key }),
  );
  const ofStatus = mapWords(
    statuses,
    byStatus.map(({ status, count }) => [status, count]),
    i18n,
  ).map((bar) => leading(bar, { status: bar.key }));
  const sources = bySource.map(({ source, count }) => leading({ key: source, label: source, count }, { source }));
  const withoutTier = byTier.filter(({ tier }) => tier === null).reduce((sum, { count }) => sum + count, 0);
  const ofTier: Bar[] = [
    ...mapWords(
      tiers,
      byTier.map(({ tier, count }) => [tier, count]),
      i18n,
    ).map((bar) => leading(bar, { tier: bar.key })),
    { key: 'none', label: t`No tier`, count: withoutTier },
  ];
  const ofLabel = mapWords(
    labels,
    byLabel.map(({ label, count }) => [label, count]),
    i18n,
  );
  const touches = mapWords(
    touchpointTypes,
    touchpoints.map(({ type, count }) => [type, count]),
    i18n,
  );
  const [created, stage, status, source] = [
    t`New leads by day`,
    t`Leads by stage`,
    t`Leads by status`,
    t`Leads by source`,
  ];
  const [tier, label, touch] = [t`Leads by tier`, t`Leads by confidence`, t`Touchpoints by type`];
  return (
    <>
      <Chart isWide title={created} of={t`Day`} note={t`Made on each day in UTC, and not deleted.`} bars={days}>
        <Columns title={created} bars={days} />
      </Chart>
      <Chart title={stage} of={t`Stage`} note={t`Where they stand now.`} bars={stages}>
        <Bars title={stage} bars={stages} />
      </Chart>
      <Chart title={status} of={t`Status`} note={t`What they are now.`} bars={ofStatus}>
        <Bars title={status} bars={ofStatus} />
      </Chart>
      <Chart
        title={source}
        of={t`Source`}
        note={
          sources.length > mostDrawn
            ? t`The ${mostDrawn} largest are drawn; the table has more.`
            : t`Where they came from.`
        }
        bars={sources}
      >
        <Bars title={source} bars={sources.slice(0, mostDrawn)} />
      </Chart>
      <Chart title={tier} of={t`Tier`} note={t`As they were ranked.`} bars={ofTier}>
        <Bars title={tier} bars={ofTier} />
      </Chart>
      <Chart title={label} of={t`Confidence`} note={t`Those that have a score.`} bars={ofLabel}>
        <Bars title={label} bars={ofLabel} />
      </Chart>
      <Chart title={touch} of={t`Type`} note={t`Recorded on these days.`} bars={touches}>
        <Bars title={touch} bars={touches.filter(({ count }) => count > 0)} />
      </Chart>
    </>
  );
}
