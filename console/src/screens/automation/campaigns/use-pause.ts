import { useLingui } from '@lingui/react/macro';
import { useSession } from '../../../data/session.tsx';
import { useMutate } from '../../../data/use-mutate.ts';
import { tellDone, tellFailed } from '../../../parts/tell.ts';
import { type CampaignFactsFragment, UpdateCampaignDocument } from '../generated/operations.ts';

/** Pauses a campaign, or lets it go on; null for whoever may not. */
export function usePause({ id, enabled }: Pick<CampaignFactsFragment, 'id' | 'enabled'>): (() => Promise<void>) | null {
  const { t } = useLingui();
  const { may, viewer } = useSession();
  const update = useMutate(UpdateCampaignDocument);
  if (!may('campaigns:write') || viewer.business !== null) return null;
  return async () => {
    const { error } = await update({ id, input: { enabled: !enabled } });
    if (error) return tellFailed(t`Not changed`, error);
    return tellDone(enabled ? t`Paused: nobody is enrolled from now on` : t`Leads are enrolled again`);
  };
}
