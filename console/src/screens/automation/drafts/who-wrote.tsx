import { Trans } from '@lingui/react/macro';
import type { DraftRowFragment } from '../generated/operations.ts';

type Props = Pick<DraftRowFragment, 'aiWritten' | 'campaign'>;

/** Where a mail comes from. */
export function WhoWrote({ aiWritten, campaign }: Props) {
  if (campaign && aiWritten) return <Trans>A model wrote it, for “{campaign.name}”</Trans>;
  if (campaign) return <Trans>Of “{campaign.name}”</Trans>;
  return aiWritten ? <Trans>A model wrote it</Trans> : <Trans>Written without a model</Trans>;
}
