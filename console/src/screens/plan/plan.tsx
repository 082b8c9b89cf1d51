import { Trans, useLingui } from '@lingui/react/macro';
import { Title } from '@mantine/core';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { usePolling } from '../../data/use-polling.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Row, Rows } from '../../parts/rows.tsx';
import { ScreenBody } from '../../parts/screen-body.tsx';
import { ScreenHeader } from '../../parts/screen-header.tsx';
import { PlanDocument } from './generated/operations.ts';
import { More } from './more.tsx';
import classes from './plan.module.css';
import { isTier, tiers } from './tiers.ts';
import { Usage } from './usage.tsx';

const lookMs = 30_000;

/** What the workspace may hold, how much of it is used, and how it gets more. */
export function Plan() {
  const { t } = useLingui();
  const query = useLiveQuery(PlanDocument, {
    variables: {},
    on: ['LEAD_CREATED', 'LEAD_DELETED', 'LEAD_RESTORED', 'CAMPAIGN_'],
  });
  // No event tells of another plan.
  usePolling(query.refresh, lookMs);
  return (
    <ScreenBody>
      <ScreenHeader title={t`Plan`} />
      <Loaded query={query} lines={5}>
        {({ viewer: { organisation }, plans }) => (
          <div className={classes['plan']}>
            <p className={classes['section']}>
              <Trans>
                <strong>{organisation.name}</strong> is on the plan <strong>{t(tiers[organisation.tier])}</strong>.
              </Trans>
            </p>
            <Usage
              title={t`Leads`}
              used={organisation.leadCount}
              limit={organisation.leadLimit}
              whenFull={t`When it is full, no further lead is taken; those that are there stay. Deleted ones do not count.`}
            />
            <Usage
              title={t`Campaigns`}
              used={organisation.campaignCount}
              limit={organisation.campaignLimit}
              whenFull={t`When it is full, no further campaign is made; those that are there go on.`}
            />
            <section className={classes['section']} aria-labelledby="plan-all">
              <Title order={2} id="plan-all" mb="xs">
                <Trans>All plans</Trans>
              </Title>
              <Rows>
                {plans?.enumValues?.map(({ name, description }) => (
                  <Row key={name} className={classes['row']} data-current={name === organisation.tier}>
                    <strong>{isTier(name) ? t(tiers[name]) : name}</strong>
                    <span>{description}</span>
                    <span className="muted">{name === organisation.tier && <Trans>yours</Trans>}</span>
                  </Row>
                ))}
              </Rows>
            </section>
            {organisation.tier !== 'UNLIMITED' && <More id={organisation.id} upgradeUrl={organisation.upgradeUrl} />}
          </div>
        )}
      </Loaded>
    </ScreenBody>
  );
}
