import { Trans } from '@lingui/react/macro';
import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { hasBeenReloaded, reloadForScreen, ScreenIsGone } from './lazy-screen.tsx';

/** In the place of a screen that failed to be drawn, or whose files are gone; the others go on. */
export function Broken({ error, reset }: ErrorComponentProps) {
  if (error instanceof ScreenIsGone)
    return (
      <Gone
        onRetry={() => {
          error.forget();
          reset();
        }}
      />
    );
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

/** The page is older than the server, or the line is down. Only who asks for it is given a new page: it takes what is typed with it. */
function Gone({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <Stack p="xl" maw={520} role="alert">
      <Title order={1}>
        <Trans>This screen could not be loaded</Trans>
      </Title>
      <Text>
        {hasBeenReloaded() ? (
          <Trans>
            Reloading did not help. The server cannot be reached, or its console is being built: try again soon.
          </Trans>
        ) : (
          <Trans>
            The console was brought up to date on the server, or the server cannot be reached. Reload to open this
            screen. Replies that you began stay; other fields that you did not save are lost, so go back first where
            there are any.
          </Trans>
        )}
      </Text>
      <Group>
        {!hasBeenReloaded() && (
          <Button onClick={reloadForScreen}>
            <Trans>Reload</Trans>
          </Button>
        )}
        <Button variant="default" onClick={onRetry}>
          <Trans>Try again</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
