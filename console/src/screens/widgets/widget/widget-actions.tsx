import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useCommands } from '../../../app/commands.tsx';
import { useAddress } from '../../../app/use-address.ts';
import { useSession } from '../../../data/session.tsx';
import { useMutate } from '../../../data/use-mutate.ts';
import { AskOnce } from '../../../parts/ask-once.tsx';
import { tellDone, tellFailed } from '../../../parts/tell.ts';
import { DeleteWidgetDocument, type WidgetFactsFragment } from '../generated/operations.ts';
import { EditWidget } from './edit-widget.tsx';
import { MakeWidget } from './make-widget.tsx';

/** What can be done with a widget. */
export function WidgetActions({ widget }: { readonly widget: WidgetFactsFragment }) {
  const { t } = useLingui();
  const { may } = useSession();
  const { open } = useAddress();
  const [opened, setOpened] = useState<'edit' | 'another' | 'delete' | null>(null);
  const close = () => setOpened(null);
  const remove = useMutate(DeleteWidgetDocument);
  const mayWrite = may('widgets:write');
  const { id, name } = widget;

  async function runDelete() {
    const { error } = await remove({ id });
    if (error) return tellFailed(t`Not deleted`, error);
    tellDone(t`Widget deleted`);
    return open(null);
  }

  useCommands(
    mayWrite
      ? [
          { name: t`Edit the widget`, key: 'e', run: () => setOpened('edit') },
          { name: t`Make another like it`, run: () => setOpened('another') },
        ]
      : [],
  );
  if (!mayWrite) return null;
  return (
    <>
      <Button onClick={() => setOpened('edit')}>
        <Trans>Edit the widget</Trans>
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" aria-label={t`More actions`}>
            ⋯
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpened('another')}>
            <Trans>Make another like it</Trans>
          </Menu.Item>
          <Menu.Item color="red" onClick={() => setOpened('delete')}>
            <Trans>Delete the widget</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <EditWidget widget={widget} isOpen={opened === 'edit'} onClose={close} />
      <MakeWidget like={widget} isOpen={opened === 'another'} onClose={close} onDone={open} />
      <AskOnce
        isOpen={opened === 'delete'}
        title={t`Delete “${name}”?`}
        text={t`Its key ends at once. Pages that still have its snippet show the chat button, and whoever opens it reads that the chat is not available there. Its conversations and leads stay. It cannot be taken back: another widget has another key.`}
        action={t`Delete`}
        onDone={() => void runDelete()}
        onClose={close}
      />
    </>
  );
}
