import { Trans } from '@lingui/react/macro';
import { Button, Center, Stack, Text } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { ownerOf } from '../data/own-words.ts';
import { type End, SessionProvider, type Viewer } from '../data/session.tsx';
import { CommandsProvider } from './commands.tsx';
import { makeRouter } from './router.tsx';
import { ShellSkeleton } from './shell-skeleton.tsx';
import { SignIn } from './sign-in.tsx';
import { SomebodyElse } from './somebody-else.tsx';
import { takeToken } from './take-token.ts';

type Door =
  | {
      readonly is: 'in';
      /** Another one for each sign-in: nothing of the one before is kept. */ readonly visit: number;
      /** Who is in; null until that is known. */ readonly owner: string | null;
      /** Who was in until the session was gone; null where nobody was. */ readonly former: string | null;
    }
  | { readonly is: 'out'; readonly why: End | null; readonly token: string | null };

/** The console, or the way in. Signing in stays at the address one came for. */
export function App() {
  const [door, setDoor] = useState<Door>(() => {
    const token = takeToken();
    return token === null ? into(0) : { is: 'out', why: null, token };
  });
  const [router] = useState(makeRouter);
  const [last, setLast] = useState(0);
  const visit = door.is === 'in' ? door.visit : last;
  if (visit !== last) setLast(visit);

  const onEnd = useCallback((how: End) => setDoor((before) => afterEnd(before, visit, how)), [visit]);
  const onBegin = useCallback(
    (viewer: Viewer) => setDoor((before) => (before.is === 'in' ? { ...before, owner: ownerOf(viewer) } : before)),
    [],
  );
  useEffect(() => {
    const onHash = () => {
      const token = takeToken();
      if (token !== null) setDoor({ is: 'out', why: null, token });
    };
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);

  if (door.is === 'out') return <SignIn why={door.why} token={door.token} onSignedIn={() => setDoor(into(last + 1))} />;
  return (
    <SessionProvider key={door.visit} onEnd={onEnd} onBegin={onBegin} waiting={<ShellSkeleton />} failed={failed}>
      <SomebodyElse former={door.former}>
        <CommandsProvider>
          <RouterProvider router={router} />
        </CommandsProvider>
      </SomebodyElse>
    </SessionProvider>
  );
}

const into = (visit: number, former: string | null = null): Door => ({ is: 'in', visit, owner: null, former });

/** Whose session is gone may find another one in its place, of the same person or of somebody else: who is in is asked once more. */
function afterEnd(door: Door, visit: number, how: End): Door {
  if (door.is === 'out' || door.visit !== visit) return door;
  if (how === 'ended' && door.owner !== null) return into(visit + 1, door.owner);
  const isTold = how === 'left' || door.former !== null;
  return { is: 'out', why: isTold ? how : null, token: null };
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
