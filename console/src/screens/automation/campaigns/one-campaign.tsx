import { Trans, useLingui } from '@lingui/react/macro';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { usePolling } from '../../../data/use-polling.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import { ScreenHeader } from '../../../parts/screen-header.tsx';
import classes from '../automation.module.css';
import { Conditions } from '../conditions.tsx';
import { Drafts } from '../drafts/drafts.tsx';
import { CampaignDocument, type CampaignFactsFragment } from '../generated/operations.ts';
import { NotThere } from '../not-there.tsx';
import { Queue } from '../queue/queue.tsx';
import { campaignTriggers } from '../words.ts';
import { CampaignActions } from './campaign-actions.tsx';
import { Enrolments } from './enrolments.tsx';
import { PauseButton } from './pause-button.tsx';
import { Steps } from './steps.tsx';

const lookMs = 15_000;

/** A campaign: what enrols leads, its mails, who is in it, and what is queued for them. */
export function OneCampaign({ id }: { readonly id: string }) {
  const query = useLiveQuery(CampaignDocument, { variables: { id }, on: [] });
  usePolling(query.refresh, lookMs);
  return (
    <Loaded query={query}>
      {({ node }) => (node?.kind === 'Campaign' ? <Parts campaign={node} onChanged={query.refresh} /> : <NotThere />)}
    </Loaded>
  );
}

type Props = { readonly campaign: CampaignFactsFragment; readonly onChanged: () => void };

function Parts({ campaign, onChanged }: Props) {
  const { i18n } = useLingui();
  const { id, name, trigger, conditions, enabled, aiEnabled, review, steps } = campaign;
  return (
    <>
      <ScreenHeader title={name}>
        <PauseButton campaign={campaign} />
        <CampaignActions campaign={campaign} onChanged={onChanged} />
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
            <Trans>A model writes its mails, where one is set up</Trans>
          </>
        )}
        {review && (
          <>
            {' · '}
            <Trans>Each of its mails waits for somebody to approve it</Trans>
          </>
        )}
      </p>
      <Steps steps={steps} />
      <Enrolments campaignId={id} />
      <Drafts campaignId={id} />
      <Queue campaignId={id} />
    </>
  );
}
