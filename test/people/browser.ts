import { type IncomingHttpHeaders, request } from 'node:http';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Answer } from '../live/product-client.ts';
import type { TestApp } from '../support/app.ts';

export type Answered = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

/** A request with just these headers, as a browser would send it for a page: `fetch` sets some of its own. */
export function send(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
): Promise<Answered> {
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  const sent = request(url, { method, headers }, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (chunk: string) => void (text += chunk));
    response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    response.on('error', reject);
  });
  sent.on('error', reject);
  sent.end(body);
  return promise;
}

const json = { 'content-type': 'application/json' };

/** What a page of the product sends with every operation. */
export const pageHeaders = (origin: string, cookie: string) => ({
  ...json,
  accept: 'application/json',
  origin,
  cookie,
  'tributary-console': '1',
});

export type SignedIn = Answered & { readonly cookie: string };

/** Signs in as a page of this origin does, and keeps the cookie. */
export async function signIn(
  app: TestApp,
  credential: object,
  headers: Record<string, string> = {},
): Promise<SignedIn> {
  const own = { ...json, origin: app.url, ...headers };
  const answered = await send(`${app.url}/console/session`, 'POST', own, JSON.stringify(credential));
  return { ...answered, cookie: answered.headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
}

/** Leaves as a page does that shows this person as signed in; or as a program, which shows nobody. */
export const leave = (app: TestApp, cookie: string, person?: string) =>
  send(`${app.url}/console/session`, 'DELETE', {
    origin: app.url,
    cookie,
    ...(person !== undefined && { 'tributary-person': person }),
  });

type GraphAnswered<Data> = {
  readonly data?: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
};

/** An operation in a session. */
export async function ask<Data>(
  app: TestApp,
  cookie: string,
  query: string,
  variables: object = {},
): Promise<GraphAnswered<Data>> {
  const headers = pageHeaders(app.url, cookie);
  const { body } = await send(`${app.url}/graphql`, 'POST', headers, JSON.stringify({ query, variables }));
  return JSON.parse(body) as GraphAnswered<Data>;
}

export type SocketOptions = {
  readonly origin?: string | null;
  readonly cookie: string;
  readonly mark?: string | boolean | null;
  /** Whom the page shows as signed in. */
  readonly person?: string;
};

/** A subscription over a socket that a page opens; what is thrown is how it ended. */
export async function* overPageSocket(
  app: TestApp,
  { origin = app.url, cookie, mark = '1', person }: SocketOptions,
  query: string,
): AsyncGenerator<Answer> {
  class PageSocket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers: { cookie, ...(origin !== null && { origin }) } });
    }
  }
  const client = createClient({
    url: app.wsUrl,
    webSocketImpl: PageSocket,
    connectionParams: {
      ...(mark !== null && { 'tributary-console': mark }),
      ...(person && { 'tributary-person': person }),
    },
    retryAttempts: 0,
  });
  try {
    for await (const answer of client.iterate<NonNullable<Answer['data']>>({ query })) yield answer as Answer;
  } finally {
    await client.dispose();
  }
}

/** The same over server-sent events. */
export async function* overPageStream(
  app: TestApp,
  { origin = app.url, cookie }: SocketOptions,
  query: string,
): AsyncGenerator<Answer> {
  const leaving = new AbortController();
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { ...pageHeaders(origin ?? '', cookie), accept: 'text/event-stream' },
    body: JSON.stringify({ query }),
    signal: leaving.signal,
  });
  if (!response.body) throw new Error('No stream came.');
  let rest = '';
  try {
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const frames = (rest + chunk).split('\n\n');
      rest = frames.pop() ?? '';
      for (const frame of frames) {
        const data = /^data: (\{.*)$/m.exec(frame)?.[1];
        if (data) yield JSON.parse(data) as Answer;
      }
    }
  } finally {
    leaving.abort();
  }
}
