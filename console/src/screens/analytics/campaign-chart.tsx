import { useLingui } from '@lingui/react/macro';
import { Bars } from './chart/bars.tsx';
import { Chart } from './chart/chart.tsx';
import type { AnalyticsQuery } from './generated/operations.ts';

type Props = {
  readonly analytics: Pick<
    AnalyticsQuery['analytics'],
    'activeEnrolments' | 'completedEnrolments' | 'stoppedEnrolments'
  >;
};

/** How far leads are in campaigns. */
export function CampaignChart({ analytics: { activeEnrolments, completedEnrolments, stoppedEnrolments } }: Props) {
  const { t } = useLingui();
  const title = t`Leads in campaigns`;
  const bars = [
    { key: 'active', label: t`On their way`, count: activeEnrolments },
    { key: 'completed', label: t`Came to the end`, count: completedEnrolments },
    { key: 'stopped', label: t`Stopped`, count: stoppedEnrolments },
  ];
  return (
    <Chart title={title} of={t`Enrolment`} note={t`Every enrolment there was, by how it stands.`} bars={bars}>
      <Bars title={title} bars={bars} />
    </Chart>
  );
}
