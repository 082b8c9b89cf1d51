import { type Connection, type Ending, type LiveEvent, openConnection, type TypingHint } from './connection.ts';
import { createListeners } from './listeners.ts';

export type LiveState =
  | 'connecting'
  | 'live'
  /** The connection is gone and is being made anew. */
  | 'lost'
  /** The viewer may not read events: pages ask again now and then. */
  | 'off';

export type Live = {
  readonly state: LiveState;
  onState(listener: () => void): () => void;
  /** Every event once, in order, from the session's start on. */
  onEvent(listener: (event: LiveEvent) => void): () => void;
  /** Events may have been missed: what is shown is to be read anew. */
  onGap(listener: () => void): () => void;
  /** Who writes in a conversation, as it is hinted; hints may be lost. */
  onTyping(conversationId: string, listener: (hint: TypingHint) => void): () => void;
  close(): void;
};

type LiveOptions = {
  /** Who is signed in. */
  readonly person: string;
  /** The newest event before the first page was read. */
  readonly after: string;
  readonly mayRead: boolean;
  /** The newest event as of now; null where it is not to be had. */
  readonly readCursor: () => Promise<string | null>;
  /** The server ended the connection: the session or what it may do is over. */
  readonly onForbidden: () => void;
};

type Typing = { readonly id: string; readonly listener: (hint: TypingHint) => void };

const pollMs = 15_000;
const firstWaitMs = 250;
const longestWaitMs = 5000;
/** After a connection that stood as long the waits begin anew. */
const stoodMs = 10_000;

/** One subscription for all that is shown: it resumes behind the last event it was told of, so that none is missed or told twice. */
export function openLive({ person, after, mayRead, readCursor, onForbidden }: LiveOptions): Live {
  const events = createListeners<[LiveEvent]>();
  const gaps = createListeners<[]>();
  const states = createListeners<[]>();
  const typings = new Map<Typing, () => void>();
  let state: LiveState = mayRead ? 'connecting' : 'off';
  let cursor = after;
  const leaving = new AbortController();
  const isClosed = () => leaving.signal.aborted;
  let connection: Connection | null = null;
  let hurry = (): void => undefined;

  function become(next: LiveState): void {
    if (state === next || isClosed()) return;
    state = next;
    states.tell();
  }

  function follow(typing: Typing): void {
    typings.set(typing, connection?.followTyping(typing.id, typing.listener) ?? (() => undefined));
  }

  async function connectOnce(): Promise<Ending> {
    connection = openConnection({
      person,
      after: () => cursor,
      onConnected: () => become('live'),
      onEvent(event) {
        cursor = event.id;
        events.tell(event);
      },
    });
    for (const typing of typings.keys()) follow(typing);
    const ending = await connection.ending;
    connection.close();
    connection = null;
    return ending;
  }

  /** Goes on behind what is newest now. Whether that is known. */
  async function startAnew(): Promise<boolean> {
    const newest = await readCursor();
    if (newest === null) return false;
    cursor = newest;
    gaps.tell();
    return true;
  }

  const nap = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function stayConnected(): Promise<void> {
    let hasCursor = true;
    for (let failures = 0; !isClosed(); failures += 1) {
      const began = Date.now();
      const ending = hasCursor ? await connectOnce() : 'refused';
      if (isClosed()) return;
      become('lost');
      if (ending === 'forbidden') return onForbidden();
      if (Date.now() - began > stoodMs) failures = 0;
      await nap(Math.min(longestWaitMs, firstWaitMs * 2 ** failures));
      if (ending === 'refused' && !isClosed()) hasCursor = await startAnew();
    }
  }

  const onOnline = () => hurry();
  const onOffline = () => connection?.terminate();
  if (mayRead) {
    addEventListener('online', onOnline);
    addEventListener('offline', onOffline);
    void stayConnected();
  }
  const polling = mayRead ? undefined : setInterval(gaps.tell, pollMs);

  return {
    get state() {
      return state;
    },
    onState: states.add,
    onEvent: events.add,
    onGap: gaps.add,
    onTyping(id, listener) {
      const typing = { id, listener };
      follow(typing);
      return () => {
        typings.get(typing)?.();
        typings.delete(typing);
      };
    },
    close() {
      if (mayRead) become('lost');
      leaving.abort();
      clearInterval(polling);
      removeEventListener('online', onOnline);
      removeEventListener('offline', onOffline);
      hurry();
      connection?.close();
    },
  };
}
