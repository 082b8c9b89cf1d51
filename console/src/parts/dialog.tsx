import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, type ModalRootProps } from '@mantine/core';
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

type EndProps = {
  readonly onCancel: () => void;
  readonly isBusy?: boolean;
  readonly disabled?: boolean;
  /** What sending the form does. */
  readonly children: ReactNode;
};

/** How a form in a dialog ends: it is left or sent. */
export const FormEnd = ({ onCancel, isBusy = false, disabled = false, children }: EndProps) => (
  <Group justify="flex-end">
    <Button variant="default" onClick={onCancel}>
      <Trans>Cancel</Trans>
    </Button>
    <Button type="submit" loading={isBusy} disabled={disabled}>
      {children}
    </Button>
  </Group>
);
