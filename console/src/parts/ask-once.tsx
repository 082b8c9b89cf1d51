import { Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { Dialog } from './dialog.tsx';

type Props = {
  readonly isOpen: boolean;
  readonly title: string;
  /** What will be so afterwards. */
  readonly text: string;
  /** The name of what is done. */
  readonly action: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Asks once before what cannot be undone. */
export const AskOnce = ({ isOpen, title, text, action, onDone, onClose }: Props) => (
  <Dialog isOpen={isOpen} onClose={onClose} title={title}>
    <Text mb="lg">{text}</Text>
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        <Trans>Cancel</Trans>
      </Button>
      <Button
        data-autofocus
        onClick={() => {
          onClose();
          onDone();
        }}
      >
        {action}
      </Button>
    </Group>
  </Dialog>
);
