import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Provider } from 'urql';
import { createDataClient, type DataClient } from './client.ts';
import { SessionDocument, type SessionQuery } from './generated/operations.ts';
import { later } from './later.ts';
import { type Live, openLive } from './live.ts';
import { forgetOwn, ownerOf, personOf } from './own-words.ts';
import { toProblem } from './problem.ts';
import { signOut } from './session-http.ts';

export type Viewer = SessionQuery['viewer'];

export type Session = {
  readonly viewer: Viewer;
  readonly live: Live;
  /** Whether the viewer holds all of these scopes. What it does not may not be offered. */
  readonly may: (...scopes: readonly string[]) => boolean;
  /** Null where it worked, else why the session goes on. */
  readonly signOut: () => Promise<string | null>;
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

const askAgainMs = 2000;

type Props = {
  readonly onEnd: (how: End) => void;
  /** Once it is known who is signed in. */
  readonly onBegin: (viewer: Viewer) => void;
  readonly children: ReactNode;
  /** Until it is known who is signed in. */
  readonly waiting: ReactNode;
  readonly failed: (message: string, retry: () => void) => ReactNode;
};

/** What is below it is shown to somebody who is signed in, and live. */
export function SessionProvider(props: Props) {
  const { onEnd } = props;
  const data = useMemo(() => createDataClient(() => onEnd('ended')), [onEnd]);
  return (
    <Provider value={data.client}>
      <Signed {...props} data={data} />
    </Provider>
  );
}

type SignedProps = Props & { readonly data: DataClient };

function Signed({ data: { client, person, show }, onEnd, onBegin, children, waiting, failed }: SignedProps) {
  const [session, setSession] = useState<Session | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // Counts up for who one is to be asked again.
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    const ask = () => client.query(SessionDocument, {}, { requestPolicy: 'network-only' }).toPromise();
    const again = () => setAsked((count) => count + 1);
    let live: Live | undefined;
    const leaving = new AbortController();
    void (async () => {
      let { data, error } = await ask();
      // What is shown stays, and is not live until the server can say who one is.
      while (person() !== null && !data && !leaving.signal.aborted) {
        await later(askAgainMs);
        ({ data, error } = await ask());
      }
      if (leaving.signal.aborted) return;
      if (!data) return setProblem(error ? toProblem(error).message : '');
      const shown = personOf(data.viewer);
      show(shown);
      const scopes = new Set(data.viewer.scopes);
      live = openLive({
        person: shown,
        after: data.eventCursor,
        mayRead: scopes.has('events:read'),
        readCursor: async () => (await ask()).data?.eventCursor ?? null,
        // A role that changed ends the connection, too: who one is now the server says.
        onForbidden: again,
      });
      setProblem(null);
      onBegin(data.viewer);
      setSession({
        viewer: data.viewer,
        live,
        may: (...wanted) => wanted.every((scope) => scopes.has(scope)),
        async signOut() {
          const refused = await signOut(shown);
          if (refused !== null) return refused;
          forgetOwn(ownerOf(data.viewer));
          onEnd('left');
          return null;
        },
      });
    })();
    return () => {
      leaving.abort();
      live?.close();
    };
  }, [client, person, show, asked, onEnd, onBegin]);

  if (session) return <SessionContext value={session}>{children}</SessionContext>;
  if (problem !== null) return failed(problem, () => setAsked((count) => count + 1));
  return waiting;
}
