import { Trans } from '@lingui/react/macro';
import { Center, Kbd } from '@mantine/core';

/** In the place of a thread while none is chosen. */
export const Chosen = () => (
  <Center h="100%" p="xl" className="muted">
    <p>
      <Trans>
        Choose a conversation, or press <Kbd size="xs">j</Kbd> for the next one.
      </Trans>
    </p>
  </Center>
);
