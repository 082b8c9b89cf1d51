import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';

/** What is shown on one occasion only, until it was copied. It is kept nowhere. */
export const Once = ({ children, onDone }: { readonly children: ReactNode; readonly onDone: () => void }) => (
  <>
    <p>
      <Trans>Copy it to where it is used now. It is shown this once, and nobody can read it again.</Trans>
    </p>
    {children}
    <Group justify="flex-end" mt="lg">
      <Button onClick={onDone}>
        <Trans>I have copied it</Trans>
      </Button>
    </Group>
  </>
);
