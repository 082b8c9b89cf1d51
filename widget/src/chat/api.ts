import { createParser, type EventSourceMessage } from 'eventsource-parser';
import type { Item } from './kept.ts';
import { Refusal } from './refusal.ts';
import { codeOf, type Page, type Said, toPage, toSaid } from './wire.ts';

/** Longer than a model may take to answer; a stream says something every 15 s. */
const answerMs = 60_000;
const silenceMs = 40_000;

export type StreamListener = {
  readonly onOpen: () => void;
  readonly onEvent: (event: EventSourceMessage) => void;
  readonly signal: AbortSignal;
};

export type Api = {
  say(token: string, item: Item): Promise<Said>;
  read(token: string, conversationId: string, after: string | null): Promise<Page>;
  /** A hint, which is not sent again. */
  tellTyping(token: string, conversationId: string, isTyping: boolean): Promise<void>;
  /** Resolves when the stream ends by itself. */
  follow(token: string, conversationId: string, cursor: string, listener: StreamListener): Promise<void>;
};

type Asked = Omit<RequestInit, 'headers'> & { readonly headers?: Record<string, string> };

/** The public chat, as a widget's key may use it. `base` ends in a slash. */
export function createApi(base: string, key: string): Api {
  const ask = (path: string, token: string, init: Asked) =>
    fetch(`${base}api/chat${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${key}`, 'Visitor-Token': token, ...init.headers },
      cache: 'no-store',
      credentials: 'omit',
    });

  const askOnce = async (path: string, token: string, init: Asked) => {
    const deadline = startDeadline(answerMs);
    try {
      const response = await ask(path, token, { ...init, signal: deadline.signal });
      await requireOk(response);
      const body: unknown = await response.json();
      return body;
    } finally {
      deadline.stop();
    }
  };

  return {
    async say(token, { key: idempotencyKey, body }) {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey };
      return toSaid(await askOnce('', token, { method: 'POST', headers, body: body ?? '' }));
    },
    read: async (token, conversationId, after) =>
      toPage(await askOnce(`/${conversationId}/messages?limit=200${after ? `&after=${after}` : ''}`, token, {})),
    async tellTyping(token, conversationId, isTyping) {
      const headers = { 'Content-Type': 'application/json' };
      const body = JSON.stringify({ typing: isTyping });
      await askOnce(`/${conversationId}/typing`, token, { method: 'POST', headers, body });
    },
    async follow(token, conversationId, cursor, { onOpen, onEvent, signal }) {
      const deadline = startDeadline(silenceMs, signal);
      try {
        const headers = { 'Last-Event-ID': cursor };
        const response = await ask(`/${conversationId}/events`, token, { headers, signal: deadline.signal });
        await requireOk(response);
        onOpen();
        const parser = createParser({ onEvent });
        const decoder = new TextDecoder();
        const reader = response.body?.getReader();
        for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
          deadline.restart();
          parser.feed(decoder.decode(part.value, { stream: true }));
        }
      } finally {
        deadline.stop();
      }
    },
  };
}

async function requireOk(response: Response): Promise<void> {
  if (response.ok) return;
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const body: unknown = await response.json().catch(() => null);
  throw new Refusal(response.status, codeOf(body), Number.isFinite(seconds) ? seconds * 1000 : null);
}

/** Aborts after so long without a restart, or with `outer`. */
function startDeadline(ms: number, outer?: AbortSignal) {
  const inner = new AbortController();
  const abort = () => inner.abort();
  let timer = setTimeout(abort, ms);
  outer?.addEventListener('abort', abort);
  if (outer?.aborted) abort();
  return {
    signal: inner.signal,
    restart() {
      clearTimeout(timer);
      timer = setTimeout(abort, ms);
    },
    stop() {
      clearTimeout(timer);
      abort();
      outer?.removeEventListener('abort', abort);
    },
  };
}
