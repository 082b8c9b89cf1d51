import { type Client as Socket, createClient } from 'graphql-ws';
import { print } from 'graphql';
import { page } from '../page.ts';
import { consoleMark } from './client.ts';
import { LiveEventsDocument, type LiveEventsSubscription } from './generated/operations.ts';

export type LiveEvent = LiveEventsSubscription['events'];

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
  close(): void;
};

type LiveOptions = {
  /** The newest event before the first page was read. */
  readonly after: string;
  readonly mayRead: boolean;
  /** The newest event as of now. */
  readonly readCursor: () => Promise<string | null>;
  /** The server ended the connection: the session or what it may do is over. */
  readonly onForbidden: () => void;
};

const query = print(LiveEventsDocument);
const pollMs = 15_000;
const forbiddenCodes: ReadonlySet<unknown> = new Set([4401, 4403]);

const codeOf = (reason: unknown): unknown =>
  typeof reason === 'object' && reason !== null && 'code' in reason ? reason.code : undefined;

function createListeners<Args extends readonly unknown[]>() {
  const listeners = new Set<(...args: Args) => void>();
  return {
    add(listener: (...args: Args) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: (...args: Args) => {
      for (const listener of listeners) listener(...args);
    },
  };
}

/** One subscription for all that is shown: it resumes behind the last event it was told of, so that none is missed or told twice. */
export function openLive({ after, mayRead, readCursor, onForbidden }: LiveOptions): Live {
  const events = createListeners<[LiveEvent]>();
  const gaps = createListeners<[]>();
  const states = createListeners<[]>();
  let state: LiveState = mayRead ? 'connecting' : 'off';
  let cursor = after;
  let closed = false;
  let socket: Socket | undefined;

  function become(next: LiveState): void {
    if (state === next || closed) return;
    state = next;
    states.tell();
  }

  function subscribe(client: Socket): void {
    client.subscribe<LiveEventsSubscription>(
      // Read anew each time that the connection comes back.
      {
        query,
        get variables() {
          return { after: cursor };
        },
      },
      {
        next({ data, errors }) {
          if (errors?.some(({ extensions }) => extensions?.['code'] === 'CURSOR_EXPIRED')) void startAnew(client);
          if (!data) return;
          cursor = data.events.id;
          events.tell(data.events);
        },
        error(reason) {
          if (closed) return;
          if (forbiddenCodes.has(codeOf(reason))) return onForbidden();
          if (Array.isArray(reason)) void startAnew(client);
          else become('lost');
        },
        complete() {},
      },
    );
  }

  async function startAnew(client: Socket): Promise<void> {
    const newest = await readCursor();
    if (closed || newest === null) return;
    cursor = newest;
    subscribe(client);
    gaps.tell();
  }

  if (mayRead) {
    socket = createClient({
      url: `${location.origin.replace(/^http/, 'ws')}${page.base}/graphql`,
      connectionParams: { ...consoleMark },
      lazy: false,
      retryAttempts: Number.POSITIVE_INFINITY,
      keepAlive: 10_000,
      retryWait: (tries) => new Promise((resolve) => setTimeout(resolve, Math.min(250 * 2 ** tries, 5000))),
      shouldRetry: (reason) => !forbiddenCodes.has(codeOf(reason)),
      onNonLazyError: (reason) => {
        if (!closed && forbiddenCodes.has(codeOf(reason))) onForbidden();
      },
      on: {
        connected: () => become('live'),
        closed: () => become('lost'),
      },
    });
    subscribe(socket);
  }
  const polling = mayRead ? undefined : setInterval(gaps.tell, pollMs);

  return {
    get state() {
      return state;
    },
    onState: states.add,
    onEvent: events.add,
    onGap: gaps.add,
    close() {
      closed = true;
      clearInterval(polling);
      void socket?.dispose();
    },
  };
}
