import { randomBytes } from 'node:crypto';
import { expectDocumented } from './expect-documented.ts';

/** As a page's script makes it. */
export const makeVisitorToken = (): string =>
  `vt_${randomBytes(64)
    .toString('base64')
    .replaceAll(/[^0-9A-Za-z]/g, '')
    .padEnd(43, '0')
    .slice(0, 43)}`;

export type ChatMessage = {
  readonly id: string;
  readonly conversation_id: string;
  readonly role: string;
  readonly content: string;
  readonly language: string | null;
  readonly translated: boolean;
  readonly in_reply_to: readonly string[];
  readonly author: Readonly<Record<string, unknown>> | null;
};

export type Frame = { readonly id: string | null; readonly event: string; readonly data: Record<string, unknown> };

export type ChatAnswer<Body> = { readonly status: number; readonly headers: Headers; readonly body: Body };

export type Said = {
  readonly conversation_id: string;
  readonly visitor_token: string;
  readonly message: ChatMessage;
  readonly reply: ChatMessage | null;
  readonly status: string;
};

export type Transcript = {
  readonly data: readonly ChatMessage[];
  readonly has_more: boolean;
  readonly status: string;
  readonly agent: Readonly<Record<string, unknown>> | null;
  readonly cursor: string;
};

export type ChatStream = {
  readonly status: number;
  readonly headers: Headers;
  /** What came so far, comments left out. */
  readonly frames: readonly Frame[];
  /** All that came so far. */
  text(): string;
  /** The same as they arrive, to the end of the stream, whoever ends it. */
  arriving(): AsyncGenerator<Frame>;
  /** Kept once the stream ended, whoever ended it. */
  readonly ended: Promise<void>;
  leave(): void;
};

type Request = { readonly token?: string | null; readonly headers?: Record<string, string> };

/** A visitor of a page, by what its script sends. Every answer is held against the documents. */
export function createVisitor(url: string, key: string, token: string | null = makeVisitorToken()) {
  const headersOf = ({ token: shown = token, headers = {} }: Request) => ({
    authorization: `Bearer ${key}`,
    ...(shown === null ? {} : { 'visitor-token': shown }),
    ...headers,
  });

  async function call<Body>(method: string, path: string, body: unknown, request: Request): Promise<ChatAnswer<Body>> {
    const response = await fetch(url + path, {
      method,
      headers: { ...headersOf(request), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const { status, headers } = response;
    expectDocumented(method, path, { status, headers, text });
    return { status, headers, body: (text === '' ? null : JSON.parse(text)) as Body };
  }

  return {
    token,
    say: (message: string, conversationId?: string, request: Request & { visitor?: object } = {}) =>
      call<Said>('POST', '/api/chat', { message, conversation_id: conversationId, visitor: request.visitor }, request),
    messages: (conversationId: string, search = '', request: Request = {}) =>
      call<Transcript>('GET', `/api/chat/${conversationId}/messages${search}`, undefined, request),
    typing: (conversationId: string, typing?: boolean, request: Request = {}) =>
      call<object>('POST', `/api/chat/${conversationId}/typing`, { typing }, request),
    /** Answers once the headers came. */
    async follow(
      conversationId: string,
      search = '',
      request: Request & { signal?: AbortSignal } = {},
    ): Promise<ChatStream> {
      const path = `/api/chat/${conversationId}/events${search}`;
      const leaving = new AbortController();
      const signal = AbortSignal.any([leaving.signal, ...(request.signal ? [request.signal] : [])]);
      const response = await fetch(url + path, { headers: headersOf(request), signal });
      const { status, headers } = response;
      const isStream = headers.get('content-type') === 'text/event-stream';
      if (!isStream) expectDocumented('GET', path, { status, headers, text: await response.clone().text() });
      else expectDocumented('GET', path, { status, headers, text: '' });
      const frames: Frame[] = [];
      let text = '';
      let arrived = Promise.withResolvers<void>();
      let isOver = false;
      async function read(): Promise<void> {
        let rest = '';
        for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
          text += part;
          const blocks = (rest + part).split('\n\n');
          rest = blocks.pop() ?? '';
          frames.push(...blocks.flatMap(toFrame));
          arrived.resolve();
        }
      }
      async function* arriving(): AsyncGenerator<Frame> {
        for (let next = 0; ;) {
          const frame = frames[next];
          if (frame) {
            next += 1;
            yield frame;
          } else if (isOver) return;
          else {
            await arrived.promise;
            if (!isOver) arrived = Promise.withResolvers<void>();
          }
        }
      }
      const ended = read()
        .catch(() => undefined)
        .finally(() => {
          isOver = true;
          arrived.resolve();
        });
      return { status, headers, frames, text: () => text, arriving, ended, leave: () => leaving.abort() };
    },
  };
}

export type Visitor = ReturnType<typeof createVisitor>;

function toFrame(block: string): Frame[] {
  const fields = new Map(
    block.split('\n').map((line): [string, string] => {
      const [name = '', ...rest] = line.split(': ');
      return [name, rest.join(': ')];
    }),
  );
  const [event, data] = [fields.get('event'), fields.get('data')];
  if (event === undefined || data === undefined) return [];
  return [{ id: fields.get('id') ?? null, event, data: JSON.parse(data) as Record<string, unknown> }];
}
