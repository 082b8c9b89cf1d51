import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { type Client, Provider } from 'urql';
import { page } from '../page.ts';
import { createDataClient } from './client.ts';
import { SessionDocument, type SessionQuery } from './generated/operations.ts';
import { type Live, openLive } from './live.ts';

export type Viewer = SessionQuery['viewer'];

export type Session = {
  readonly viewer: Viewer;
  readonly live: Live;
  /** Whether the viewer holds all of these scopes. What it does not may not be offered. */
  readonly may: (...scopes: readonly string[]) => boolean;
  readonly signOut: () => Promise<void>;
};

const SessionContext = createContext<Session | null>(null);

/** Who is signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession stands outside of a session.');
  return session;
}

export function useLiveState() {
  const { live } = useSession();
  return useSyncExternalStore(live.onState, () => live.state);
}

export type End = 'left' | 'ended';

type Props = {
  readonly onEnd: (how: End) => void;
  /** Once somebody is signed in. */
  readonly onBegin: () => void;
  readonly children: ReactNode;
  /** Until it is known who is signed in. */
  readonly waiting: ReactNode;
  readonly failed: (message: string, retry: () => void) => ReactNode;
};

/** What is below it is shown to somebody who is signed in, and live. */
export function SessionProvider(props: Props) {
  const { onEnd } = props;
  const client = useMemo(() => createDataClient(() => onEnd('ended')), [onEnd]);
  return (
    <Provider value={client}>
      <Signed {...props} client={client} />
    </Provider>
  );
}

function Signed({ client, onEnd, onBegin, children, waiting, failed }: Props & { readonly client: Client }) {
  const [session, setSession] = useState<Session | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // Counts up for who one is to be asked again.
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    const ask = () => client.query(SessionDocument, {}, { requestPolicy: 'network-only' }).toPromise();
    const again = () => setAsked((count) => count + 1);
    let live: Live | undefined;
    let isOver = false;
    void (async () => {
      const { data, error } = await ask();
      if (isOver) return;
      if (!data) return setProblem(error?.message ?? '');
      const scopes = new Set(data.viewer.scopes);
      live = openLive({
        after: data.eventCursor,
        mayRead: scopes.has('events:read'),
        readCursor: async () => (await ask()).data?.eventCursor ?? null,
        // A role that changed ends the connection, too: who one is now the server says.
        onForbidden: again,
      });
      setProblem(null);
      onBegin();
      setSession({
        viewer: data.viewer,
        live,
        may: (...wanted) => wanted.every((scope) => scopes.has(scope)),
        async signOut() {
          await fetch(`${page.base}/console/session`, { method: 'DELETE' });
          onEnd('left');
        },
      });
    })();
    return () => {
      isOver = true;
      live?.close();
    };
  }, [client, asked, onEnd, onBegin]);

  if (session) return <SessionContext value={session}>{children}</SessionContext>;
  if (problem !== null) return failed(problem, () => setAsked((count) => count + 1));
  return waiting;
}
