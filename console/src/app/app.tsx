import { Trans } from '@lingui/react/macro';
import { Button, Center, Stack, Text } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { type End, SessionProvider } from '../data/session.tsx';
import { CommandsProvider } from './commands.tsx';
import { makeRouter } from './router.tsx';
import { ShellSkeleton } from './shell-skeleton.tsx';
import { SignIn } from './sign-in.tsx';
import { takeToken } from './take-token.ts';

type Door =
  | {
      readonly is: 'in';
      /** Another one for each sign-in: nothing of the one before is kept. */ readonly visit: number;
    }
  | { readonly is: 'out'; readonly why: End | null; readonly token: string | null };

/** The console, or the way in. Signing in stays at the address one came for. */
export function App() {
  const [visit, setVisit] = useState(0);
  const [door, setDoor] = useState<Door>(() => {
    const token = takeToken();
    return token === null ? { is: 'in', visit: 0 } : { is: 'out', why: null, token };
  });
  const [router] = useState(makeRouter);
  const [hasBeenIn, setHasBeenIn] = useState(false);

  const onEnd = useCallback(
    (how: End) => setDoor((before) => (before.is === 'out' ? before : { is: 'out', why: how, token: null })),
    [],
  );
  const onBegin = useCallback(() => setHasBeenIn(true), []);
  useEffect(() => {
    const onHash = () => {
      const token = takeToken();
      if (token !== null) setDoor({ is: 'out', why: null, token });
    };
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);

  if (door.is === 'out') {
    const enter = () => {
      setVisit(visit + 1);
      setDoor({ is: 'in', visit: visit + 1 });
    };
    return <SignIn why={door.why === 'ended' && !hasBeenIn ? null : door.why} token={door.token} onSignedIn={enter} />;
  }
  return (
    <SessionProvider key={door.visit} onEnd={onEnd} onBegin={onBegin} waiting={<ShellSkeleton />} failed={failed}>
      <CommandsProvider>
        <RouterProvider router={router} />
      </CommandsProvider>
    </SessionProvider>
  );
}

const failed = (message: string, retry: () => void) => (
  <Center mih="100vh" p="lg">
    <Stack maw={420} role="alert">
      <Text component="h1" size="lg" fw={600}>
        <Trans>The server cannot be reached</Trans>
      </Text>
      <Text c="dimmed">{message}</Text>
      <Button onClick={retry}>
        <Trans>Try again</Trans>
      </Button>
    </Stack>
  </Center>
);
