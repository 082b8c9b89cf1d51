import { Trans, useLingui } from '@lingui/react/macro';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { usePolling } from '../../../data/use-polling.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { ScreenHeader } from '../../../parts/screen-header.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import classes from '../automation.module.css';
import { Conditions } from '../conditions.tsx';
import { CampaignDocument } from '../generated/operations.ts';
import { Queue } from '../queue/queue.tsx';
import { campaignTriggers } from '../words.ts';
import { CampaignActions } from './campaign-actions.tsx';
import { Enrolments } from './enrolments.tsx';
import { PauseButton } from './pause-button.tsx';
import { Steps } from './steps.tsx';

const lookMs = 15_000;

/** A campaign: what enrols leads, its mails, who is in it, and what is queued for them. */
export function OneCampaign({ id }: { readonly id: string }) {
  const { t, i18n } = useLingui();
  const query = useLiveQuery(CampaignDocument, { variables: { id }, on: [] });
  usePolling(query.refresh, lookMs);
  return (
    <>
      <nav aria-label={t`Way back`}>
        <ScreenLink path="automation">
          <Trans>← All automation</Trans>
        </ScreenLink>
      </nav>
      <Loaded query={query}>
        {({ node }) => {
          if (node?.kind !== 'Campaign')
            return (
              <>
                <ScreenHeader title={t`Automation`} />
                <Empty title={t`There is no such campaign`}>
                  <Trans>It may have been deleted.</Trans>
                </Empty>
              </>
            );
          const { name, trigger, conditions, enabled, aiEnabled, steps } = node;
          return (
            <>
              <ScreenHeader title={name}>
                <PauseButton campaign={node} />
                <CampaignActions campaign={node} onChanged={query.refresh} />
              </ScreenHeader>
              <p className={classes['note']}>
                {i18n._(campaignTriggers[trigger])}
                <Conditions conditions={conditions} />
                {!enabled && (
                  <>
                    {' · '}
                    <span className={classes['warn']}>
                      <Trans>Paused: nobody is enrolled; mail that is queued goes out all the same</Trans>
                    </span>
                  </>
                )}
                {aiEnabled && (
                  <>
                    {' · '}
                    <Trans>marked for an AI to have a hand in its mails; this version queues them as they stand</Trans>
                  </>
                )}
              </p>
              <Steps steps={steps} />
              <Enrolments campaignId={id} />
              <Queue campaignId={id} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}
