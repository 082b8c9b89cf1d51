import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { closeButton } from './tell.ts';

const openMs = 10_000;

/** A toast of what was done, with a way back as long as it stands. */
export function tellUndoable(message: string, undo: () => Promise<void>): void {
  const id = crypto.randomUUID();
  notifications.show({
    id,
    color: 'accent',
    autoClose: openMs,
    closeButtonProps: closeButton(),
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{message}</span>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            void undo();
          }}
        >
          <Trans>Undo</Trans>
        </Button>
      </Group>
    ),
  });
}
