import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useCommands } from '../../../app/commands.tsx';
import { useAddress } from '../../../app/use-address.ts';
import { useSession } from '../../../data/session.tsx';
import { useMutate } from '../../../data/use-mutate.ts';
import { AskOnce } from '../../../parts/ask-once.tsx';
import { tellDone, tellFailed } from '../../../parts/tell.ts';
import { type CampaignFactsFragment, DeleteCampaignDocument } from '../generated/operations.ts';
import { CampaignForm } from './campaign-form.tsx';
import { EnrolLeads } from './enrol-leads.tsx';

type Props = { readonly campaign: CampaignFactsFragment; readonly onChanged: () => void };

/** What can be done with a campaign beside pausing it. */
export function CampaignActions({ campaign, onChanged }: Props) {
  const { t } = useLingui();
  const { open } = useAddress();
  const { may, viewer } = useSession();
  const [opened, setOpened] = useState<'edit' | 'delete' | 'enrol' | null>(null);
  const close = () => setOpened(null);
  const remove = useMutate(DeleteCampaignDocument);
  const { id, name, enabled } = campaign;
  // A campaign is for the whole workspace, and so is whoever changes it; leads are enrolled by whoever sees them.
  const mayDelete = may('campaigns:write') && viewer.business === null;
  const mayEdit = mayDelete && may('leads:read');
  const mayEnrol = may('campaigns:write', 'leads:read') && enabled;

  async function run() {
    const { error } = await remove({ id });
    if (error) return tellFailed(t`Not deleted`, error);
    tellDone(t`“${name}” deleted`);
    return open(null);
  }

  useCommands([
    ...(mayEnrol ? [{ name: t`Enrol leads`, key: 'n', run: () => setOpened('enrol') }] : []),
    ...(mayEdit ? [{ name: t`Edit the campaign`, key: 'e', run: () => setOpened('edit') }] : []),
  ]);
  return (
    <>
      {mayEnrol && (
        <Button onClick={() => setOpened('enrol')}>
          <Trans>Enrol leads</Trans>
        </Button>
      )}
      {mayDelete && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" aria-label={t`More actions`}>
              ⋯
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {mayEdit && (
              <Menu.Item onClick={() => setOpened('edit')}>
                <Trans>Edit the campaign</Trans>
              </Menu.Item>
            )}
            <Menu.Item color="red" onClick={() => setOpened('delete')}>
              <Trans>Delete the campaign</Trans>
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <CampaignForm campaign={campaign} isOpen={opened === 'edit'} onClose={close} onSaved={onChanged} />
      <EnrolLeads campaignId={id} isOpen={opened === 'enrol'} onClose={close} />
      <AskOnce
        isOpen={opened === 'delete'}
        title={t`Delete “${name}”?`}
        text={t`Its enrolments and the mail it has not sent are deleted with it; what it sent stays with the leads. Pause it to keep them. It cannot be taken back.`}
        action={t`Delete`}
        onDone={() => void run()}
        onClose={close}
      />
    </>
  );
}
