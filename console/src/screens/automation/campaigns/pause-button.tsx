import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useCommands } from '../../../app/commands.tsx';
import type { CampaignFactsFragment } from '../generated/operations.ts';
import { usePause } from './use-pause.ts';

type Props = { readonly campaign: Pick<CampaignFactsFragment, 'id' | 'enabled'> };

/** Ends the enrolling of leads, or begins it again. */
export function PauseButton({ campaign }: Props) {
  const { t } = useLingui();
  const toggle = usePause(campaign);
  const { enabled } = campaign;
  useCommands(
    toggle ? [{ name: enabled ? t`Pause the campaign` : t`Resume the campaign`, run: () => void toggle() }] : [],
  );
  if (!toggle) return null;
  return (
    <Button variant={enabled ? 'default' : 'filled'} onClick={() => void toggle()}>
      {enabled ? <Trans>Pause the campaign</Trans> : <Trans>Resume the campaign</Trans>}
    </Button>
  );
}
