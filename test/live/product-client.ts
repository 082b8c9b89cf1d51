import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { TestApp } from '../support/app.ts';

type AnyEvent = { readonly id: string } & Record<string, unknown>;

export type Answer<Event extends object = AnyEvent> = {
  readonly data?: Readonly<Record<string, Event>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
};

export type Operation = { readonly query: string; readonly variables?: Record<string, unknown> };

/** How answers come to a subscriber; what is thrown is how the connection ended. */
export type Transport = (
  app: Pick<TestApp, 'url' | 'wsUrl'>,
  key: string,
  operation: Operation,
  signal: AbortSignal,
) => AsyncGenerator<Answer>;

/** A real graphql-ws client; the signal cuts its socket off without a goodbye. */
export async function* overWebSocket<Event extends object = AnyEvent>(
  app: Pick<TestApp, 'url' | 'wsUrl'>,
  key: string,
  operation: Operation,
  signal: AbortSignal,
): AsyncGenerator<Answer<Event>> {
  let socket: WebSocket | undefined;
  const cut = () => socket?.terminate();
  const client = createClient({
    url: app.wsUrl,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${key}` },
    retryAttempts: 0,
    on: {
      opened(opened) {
        if (opened instanceof WebSocket) socket = opened;
        if (signal.aborted) cut();
      },
    },
  });
  signal.addEventListener('abort', cut);
  try {
    for await (const answer of client.iterate<Record<string, Event>>(operation)) yield answer as Answer<Event>;
  } finally {
    signal.removeEventListener('abort', cut);
    await client.dispose();
  }
}

/** Server-sent events, read as they stream in. */
export async function* overServerSentEvents<Event extends object = AnyEvent>(
  app: Pick<TestApp, 'url' | 'wsUrl'>,
  key: string,
  operation: Operation,
  signal: AbortSignal,
): AsyncGenerator<Answer<Event>> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, accept: 'text/event-stream', 'content-type': 'application/json' },
    body: JSON.stringify(operation),
    signal,
  });
  if (!response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
    throw new Error(`No stream came: ${response.status} ${await response.text()}`);
  }
  let rest = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const frames = (rest + chunk).split('\n\n');
    rest = frames.pop() ?? '';
    for (const frame of frames) {
      const data = /^data: (\{.*)$/m.exec(frame)?.[1];
      if (data) yield JSON.parse(data) as Answer<Event>;
    }
  }
}

export const idOf = ({ data, errors }: Answer): string => {
  const [event] = Object.values(data ?? {});
  if (!event) throw new Error(`No event came: ${JSON.stringify(errors)}`);
  return event.id;
};

/** The first so many answers. */
export async function take(answers: AsyncGenerator<Answer>, count: number): Promise<Answer[]> {
  const taken: Answer[] = [];
  for await (const answer of answers) {
    if (taken.push(answer) === count) break;
  }
  return taken;
}

/**
 * Follows a subscription, cut off again and again at random moments and after random numbers of answers, and resumes after
 * the last event it has, until `isDone` says so and it was cut so often. Answers the ids of all that came, in order.
 */
export async function followThroughCuts(
  subscribe: (after: string, signal: AbortSignal) => AsyncGenerator<Answer>,
  start: string,
  isDone: (seen: readonly string[]) => boolean,
  leastCuts = 0,
): Promise<string[]> {
  const seen: string[] = [];
  let cuts = 0;
  while (cuts < leastCuts || !isDone(seen)) {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), 40 + Math.random() * 300);
    const enough = seen.length + 1 + Math.random() * 20;
    try {
      for await (const answer of subscribe(seen.at(-1) ?? start, controller.signal)) {
        if (seen.push(idOf(answer)) > enough) controller.abort();
      }
    } catch (error) {
      if (!controller.signal.aborted) throw error;
      cuts += 1;
    } finally {
      clearTimeout(timer);
    }
  }
  return seen;
}
