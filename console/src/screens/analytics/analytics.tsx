import { Trans, useLingui } from '@lingui/react/macro';
import { SegmentedControl } from '@mantine/core';
import { useAddress } from '../../app/use-address.ts';
import { useSession } from '../../data/session.tsx';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { usePolling } from '../../data/use-polling.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ScreenBody } from '../../parts/screen-body.tsx';
import { ScreenHeader } from '../../parts/screen-header.tsx';
import { Answering } from './answering.tsx';
import classes from './analytics.module.css';
import { CampaignChart } from './campaign-chart.tsx';
import { Delivering } from './delivering.tsx';
import { AnalyticsDocument } from './generated/operations.ts';
import { LeadCharts } from './lead-charts.tsx';
import { lookMs } from './look-ms.ts';
import { OverTime } from './over-time.tsx';
import { Totals } from './totals.tsx';

const spans = ['7', '30', '90', '365'] as const;

/** What all of it amounts to, in charts: only what the graph counts, and the table behind each. */
export function AnalyticsScreen() {
  const { t } = useLingui();
  const { may } = useSession();
  const { search, filter } = useAddress();
  const days = spans.find((span) => span === search['days']) ?? '30';
  // Counted anew over the whole pipeline: seldom, not after each event.
  const query = useLiveQuery(AnalyticsDocument, { variables: { days: Number(days) }, on: [], isKept: true });
  usePolling(query.refresh, lookMs);
  return (
    <ScreenBody>
      <ScreenHeader title={t`Analytics`}>
        <SegmentedControl
          aria-label={t`How far back`}
          value={days}
          onChange={(value) => filter({ days: value })}
          data={spans.map((span) => ({ value: span, label: t`${span} days` }))}
        />
      </ScreenHeader>
      <Loaded query={query} lines={8}>
        {({ analytics }) =>
          analytics.totalLeads === 0 ? (
            <Empty title={t`No lead to count yet`}>
              <Trans>
                Once there are leads, it stands here where they are, where they come from, and how many came when.
              </Trans>
            </Empty>
          ) : (
            <>
              <Totals analytics={analytics} />
              <div className={classes['charts']} aria-busy={!query.isCurrent}>
                <LeadCharts analytics={analytics} />
                <CampaignChart analytics={analytics} />
              </div>
              <OverTime days={Number(days)} />
            </>
          )
        }
      </Loaded>
      {may('conversations:read') && <Answering />}
      {may('webhooks:read') && <Delivering />}
    </ScreenBody>
  );
}
