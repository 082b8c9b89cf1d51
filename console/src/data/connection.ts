import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import { page } from '../page.ts';
import { consoleMark } from './client.ts';
import {
  LiveEventsDocument,
  type LiveEventsSubscription,
  TypingDocument,
  type TypingSubscription,
} from './generated/operations.ts';

export type LiveEvent = LiveEventsSubscription['events'];

export type TypingHint = TypingSubscription['conversationTyping'];

/** How a connection ended: `refused` is the server's no to what was asked over it, the cursor above all. */
export type Ending = 'forbidden' | 'refused' | 'lost';

export type Connection = {
  /** Once it is over, whatever ended it. */
  readonly ending: Promise<Ending>;
  readonly followTyping: (conversationId: string, listener: (hint: TypingHint) => void) => () => void;
  /** Gives it up at once, though it may seem to stand. */
  readonly terminate: () => void;
  readonly close: () => void;
};

type ConnectionOptions = {
  /** Who is signed in. */
  readonly person: string;
  /** The last event that was told of. */
  readonly after: () => string;
  readonly onConnected: () => void;
  readonly onEvent: (event: LiveEvent) => void;
};

const query = print(LiveEventsDocument);
const typingQuery = print(TypingDocument);
const pingMs = 10_000;
/** How long a ping may stay without an answer: a line that swallows everything closes nothing. */
const pongMs = 5000;
const forbiddenCodes: ReadonlySet<unknown> = new Set([4401, 4403]);

const codeOf = (reason: unknown): unknown =>
  typeof reason === 'object' && reason !== null && 'code' in reason ? reason.code : undefined;

function endingOf(reason: unknown): Ending {
  if (forbiddenCodes.has(codeOf(reason))) return 'forbidden';
  return Array.isArray(reason) ? 'refused' : 'lost';
}

/** One socket with all events on it. It is made once: who uses it makes another one after it. */
export function openConnection({ person, after, onConnected, onEvent }: ConnectionOptions): Connection {
  const { promise: ending, resolve: end } = Promise.withResolvers<Ending>();
  let pong: ReturnType<typeof setTimeout> | undefined;
  const socket = createClient({
    url: `${location.origin.replace(/^http/, 'ws')}${page.base}/graphql`,
    connectionParams: consoleMark(person),
    retryAttempts: 0,
    keepAlive: pingMs,
    on: {
      connected: onConnected,
      ping(isReceived) {
        if (!isReceived) pong = setTimeout(() => socket.terminate(), pongMs);
      },
      pong(isReceived) {
        if (isReceived) clearTimeout(pong);
      },
    },
  });
  socket.subscribe<LiveEventsSubscription>(
    {
      query,
      get variables() {
        return { after: after() };
      },
    },
    {
      next: ({ data }) => (data ? onEvent(data.events) : end('refused')),
      error: (reason) => end(endingOf(reason)),
      complete: () => end('lost'),
    },
  );
  return {
    ending,
    followTyping: (id, listener) =>
      socket.subscribe<TypingSubscription>(
        { query: typingQuery, variables: { id } },
        {
          next: ({ data }) => void (data && listener(data.conversationTyping)),
          // What ends the connection is told by the events; a conversation that is gone has no hints.
          error() {},
          complete() {},
        },
      ),
    terminate: () => socket.terminate(),
    close() {
      clearTimeout(pong);
      // It waits for a connection that is being made, which may fail.
      void Promise.resolve(socket.dispose()).catch(() => undefined);
    },
  };
}
