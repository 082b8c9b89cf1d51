import { useLingui } from '@lingui/react/macro';
import { useAddress } from '../../app/use-address.ts';
import { useSession } from '../../data/session.tsx';
import { ScreenBody } from '../../parts/screen-body.tsx';
import { ScreenHeader } from '../../parts/screen-header.tsx';
import { Capabilities } from './capabilities.tsx';
import { ConnectAgent } from './agent/connect-agent.tsx';
import { ProviderCalls } from './calls/provider-calls.tsx';
import { ScraperRuns } from './scraper-runs.tsx';
import { OneSource } from './sync-sources/one-source.tsx';
import { SyncSources } from './sync-sources/sync-sources.tsx';

/** Who works with this server from outside, and what it does where nobody does. */
export function Integrations() {
  const { t } = useLingui();
  const { id } = useAddress();
  const { may } = useSession();
  return (
    <ScreenBody>
      <ScreenHeader title={t`Integrations`} />
      <ConnectAgent />
      <Capabilities />
      {may('audit:read') && <ProviderCalls />}
      {may('leads:read') && <SyncSources />}
      {may('sources:read') && <ScraperRuns />}
      {id !== null && <OneSource key={id} id={id} />}
    </ScreenBody>
  );
}
