import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useMutate } from '../../../data/use-mutate.ts';
import { AskOnce } from '../../../parts/ask-once.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { tellDone, tellFailed } from '../../../parts/tell.ts';
import { When } from '../../../parts/when.tsx';
import { DisconnectMailboxDocument, type SyncSourcesQuery } from '../generated/operations.ts';
import classes from '../integrations.module.css';
import { MailboxForm } from './mailbox-form.tsx';

/** A source as it stands in the list, with its mailbox where the viewer may see that. */
export type ListedSource = SyncSourcesQuery['syncSources']['nodes'][number];

type Props = { readonly source: ListedSource; readonly onChanged: () => void };

/** The mailbox that a source is read from, how the last look went, and how to connect one. */
export function Mailbox({ source: { id, name, mailbox }, onChanged }: Props) {
  const { t } = useLingui();
  const [opened, setOpened] = useState<'connect' | 'disconnect' | null>(null);
  const close = () => setOpened(null);
  const disconnect = useMutate(DisconnectMailboxDocument);

  async function run() {
    const { error } = await disconnect({ id });
    if (error) return tellFailed(t`Not disconnected`, error);
    tellDone(t`The mailbox of “${name}” is disconnected`);
    return onChanged();
  }

  return (
    <>
      {mailbox ? (
        <div className="muted">
          <Trans>
            {mailbox.user} at {mailbox.host}, {mailbox.folder}
          </Trans>
          {' · '}
          {mailbox.lastReadAt === null ? (
            <Trans>not looked into yet</Trans>
          ) : (
            <Trans>
              looked into <When at={mailbox.lastReadAt} />
            </Trans>
          )}
          {mailbox.lastError !== null && <div className={classes['bad']}>{mailbox.lastError}</div>}
        </div>
      ) : (
        <div className={classes['warn']}>
          <Trans>No mailbox is connected yet.</Trans>
        </div>
      )}
      <Group mt="xs" gap="sm">
        <Button
          size="compact-sm"
          variant="default"
          aria-label={mailbox ? t`Change the mailbox of ${name}` : t`Connect the mailbox of ${name}`}
          onClick={() => setOpened('connect')}
        >
          {mailbox ? <Trans>Change the mailbox</Trans> : <Trans>Connect a mailbox</Trans>}
        </Button>
        {mailbox && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t`Disconnect the mailbox of ${name}`}
            onClick={() => setOpened('disconnect')}
          >
            <Trans>Disconnect</Trans>
          </Button>
        )}
      </Group>
      <Dialog isOpen={opened === 'connect'} onClose={close} title={t`The mailbox of “${name}”`}>
        {opened === 'connect' && (
          <MailboxForm sourceId={id} mailbox={mailbox ?? null} onClose={close} onSaved={onChanged} />
        )}
      </Dialog>
      <AskOnce
        isOpen={opened === 'disconnect'}
        title={t`Disconnect the mailbox of “${name}”?`}
        text={t`Who writes to it makes no more leads, and its password is forgotten. Leads that came from it stay.`}
        action={t`Disconnect`}
        onDone={() => void run()}
        onClose={close}
      />
    </>
  );
}
