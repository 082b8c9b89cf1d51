import { useLingui } from '@lingui/react/macro';
import { Group, Modal, type ModalRootProps } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = Pick<ModalRootProps, 'size' | 'yOffset'> & {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
};

/** A dialog with a name and a way out. */
export function Dialog({ isOpen, onClose, title, children, ...rest }: Props) {
  const { t } = useLingui();
  return (
    <Modal.Root opened={isOpen} onClose={onClose} {...rest}>
      <Modal.Overlay />
      <Modal.Content>
        {/* Mantine's own head of a dialog is a `header`, which readers take for the page's. */}
        <Group justify="space-between" p="md" pb={0}>
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t`Close`} />
        </Group>
        <Modal.Body pt="sm">{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
