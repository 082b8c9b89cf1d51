import { useLingui } from '@lingui/react/macro';
import { useAddress } from '../../app/use-address.ts';
import { useSession } from '../../data/session.tsx';
import { ScreenBody } from '../../parts/screen-body.tsx';
import { ScreenHeader } from '../../parts/screen-header.tsx';
import { Campaigns } from './campaigns/campaigns.tsx';
import { Drafts } from './drafts/drafts.tsx';
import { OneOfAutomation } from './one-of-automation.tsx';
import { Queue } from './queue/queue.tsx';
import { Rules } from './rules/rules.tsx';

/** What happens to leads without anybody doing it: rules that move them, campaigns that write to them, and the mail that is due. */
export function Automation() {
  const { t } = useLingui();
  const { id } = useAddress();
  const { may } = useSession();
  const mayReadCampaigns = may('campaigns:read');
  return (
    <ScreenBody>
      {id === null ? (
        <>
          <ScreenHeader title={t`Automation`} />
          <Rules />
          {mayReadCampaigns && <Campaigns />}
          {mayReadCampaigns && <Drafts campaignId={null} />}
          {mayReadCampaigns && <Queue campaignId={null} />}
        </>
      ) : (
        <OneOfAutomation key={id} id={id} />
      )}
    </ScreenBody>
  );
}
