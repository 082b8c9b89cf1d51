import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useCommands } from '../../../app/commands.tsx';
import { useAddress } from '../../../app/use-address.ts';
import { useSession } from '../../../data/session.tsx';
import { useMutate } from '../../../data/use-mutate.ts';
import { AskOnce } from '../../../parts/ask-once.tsx';
import { tellDone, tellFailed } from '../../../parts/tell.ts';
import {
  DeleteEndpointDocument,
  type EndpointFactsFragment,
  SendTestDocument,
  UpdateEndpointDocument,
} from '../generated/operations.ts';
import { ReplayDialog } from '../replay/replay-dialog.tsx';
import type { Replaying } from '../replay/use-replay.ts';
import { EndpointForm } from './endpoint-form.tsx';
import { Rotate } from './rotate.tsx';

type Props = {
  readonly endpoint: EndpointFactsFragment;
  readonly onChanged: () => void;
  readonly replaying: Replaying;
  /** Whether the replay is shown by its dialog. */
  readonly isReplayOpen: boolean;
  readonly onReplayOpen: (isOpen: boolean) => void;
};

/** What can be done with an endpoint. */
export function EndpointActions({ endpoint, onChanged, replaying, isReplayOpen, onReplayOpen }: Props) {
  const { t } = useLingui();
  const { may } = useSession();
  const { open } = useAddress();
  const [opened, setOpened] = useState<'edit' | 'rotate' | 'delete' | null>(null);
  const close = () => setOpened(null);
  const update = useMutate(UpdateEndpointDocument);
  const remove = useMutate(DeleteEndpointDocument);
  const test = useMutate(SendTestDocument);
  const { id, enabled, url } = endpoint;
  const mayWrite = may('webhooks:write');
  const openReplay = () => {
    // One that is over makes room for another; one that goes on is shown.
    if (replaying.replay?.isFiring === false) replaying.forget();
    onReplayOpen(true);
  };

  async function toggle() {
    const { error } = await update({ id, input: { enabled: !enabled } });
    if (error) return tellFailed(t`Not changed`, error);
    tellDone(enabled ? t`Deliveries are paused; what happens meanwhile can be replayed` : t`Deliveries go on`);
    return onChanged();
  }
  async function sendTest() {
    const { data, error } = await test({ endpointId: id });
    if (error) return tellFailed(t`No test was sent`, error);
    return open(data.sendTestEvent.delivery.id);
  }
  async function runDelete() {
    const { error } = await remove({ id });
    if (error) return tellFailed(t`Not deleted`, error);
    tellDone(t`Endpoint deleted`);
    return open(null);
  }

  useCommands(
    mayWrite
      ? [
          ...(enabled
            ? [
                { name: t`Send a test`, key: 't', run: () => void sendTest() },
                { name: t`Replay events`, key: 'r', run: openReplay },
              ]
            : []),
          { name: t`Edit the endpoint`, key: 'e', run: () => setOpened('edit') },
          { name: enabled ? t`Pause deliveries` : t`Resume deliveries`, run: () => void toggle() },
          { name: t`Rotate the signing secret`, run: () => setOpened('rotate') },
        ]
      : [],
  );
  if (!mayWrite) return null;
  return (
    <>
      {enabled ? (
        <>
          <Button variant="default" onClick={() => void sendTest()}>
            <Trans>Send a test</Trans>
          </Button>
          <Button onClick={openReplay}>
            <Trans>Replay events</Trans>
          </Button>
        </>
      ) : (
        <Button onClick={() => void toggle()}>
          <Trans>Resume deliveries</Trans>
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" aria-label={t`More actions`}>
            ⋯
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpened('edit')}>
            <Trans>Edit the endpoint</Trans>
          </Menu.Item>
          {enabled && (
            <Menu.Item onClick={() => void toggle()}>
              <Trans>Pause deliveries</Trans>
            </Menu.Item>
          )}
          <Menu.Item onClick={() => setOpened('rotate')}>
            <Trans>Rotate the signing secret</Trans>
          </Menu.Item>
          <Menu.Item color="red" onClick={() => setOpened('delete')}>
            <Trans>Delete the endpoint</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <EndpointForm endpoint={endpoint} isOpen={opened === 'edit'} onClose={close} onSaved={onChanged} />
      <Rotate endpoint={endpoint} isOpen={opened === 'rotate'} onClose={close} />
      <ReplayDialog replaying={replaying} isOpen={isReplayOpen} onClose={() => onReplayOpen(false)} />
      <AskOnce
        isOpen={opened === 'delete'}
        title={t`Delete this endpoint?`}
        text={t`Nothing more is posted to ${url}, and what waits is given up. Its deliveries stay to be read. It cannot be taken back; pausing can.`}
        action={t`Delete`}
        onDone={() => void runDelete()}
        onClose={close}
      />
    </>
  );
}
