import { Trans } from '@lingui/react/macro';
import { Button, Code, Stack, Text, Title } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';

/** In the place of a screen that failed to be drawn; the others go on. */
export function Broken({ error, reset }: ErrorComponentProps) {
  return (
    <Stack p="xl" maw={520} role="alert">
      <Title order={1}>
        <Trans>This screen failed</Trans>
      </Title>
      <Text>
        <Trans>What you saved is safe: it is on the server. Try again, or reload the page after an update.</Trans>
      </Text>
      <Code block>{error instanceof Error ? error.message : String(error)}</Code>
      <Button onClick={reset} w="fit-content">
        <Trans>Try again</Trans>
      </Button>
    </Stack>
  );
}
