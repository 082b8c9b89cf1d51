import { createListeners } from '../../../data/listeners.ts';
import type { SaidFragment } from '../generated/operations.ts';
import { keepReplies, keptReplies, type Writer } from './kept-replies.ts';

/** A reply that has not arrived. Sent again, it is the same one: its key tells the server. One refused for good has another key already. */
export type Pending = {
  readonly key: string;
  readonly conversationId: string;
  readonly text: string;
  /** `unreached` goes out by itself; `refused` waits for who wrote it. */
  readonly state: 'sending' | 'unreached' | 'refused';
  /** Why it did not arrive; null as long as nothing went wrong. */
  readonly why: string | null;
};

export type Sent = SaidFragment & { readonly conversationId: string };

export type Outcome =
  | { readonly is: 'done'; readonly message: SaidFragment | null }
  | { readonly is: 'unreached'; readonly why: string }
  | { readonly is: 'refused'; readonly why: string; readonly isForGood: boolean };

export type ReplyQueue = {
  readonly now: () => { readonly pending: readonly Pending[]; readonly sent: readonly Sent[] };
  readonly onChange: (listener: () => void) => () => void;
  readonly send: (conversationId: string, text: string) => void;
  readonly sendAgain: (key: string) => void;
  readonly drop: (key: string) => void;
  /** The server may be reached again. */
  readonly resume: () => void;
  /** Waits for each reply that is on its way to arrive or fail. Whether all that was written in this conversation was sent. */
  readonly settled: (conversationId: string) => Promise<boolean>;
  /** Sends nothing more; what is left stays kept. */
  readonly stop: () => void;
};

const mostSent = 100;
const againMs = 2000;
const longestMs = 15_000;

/**
 * What was written and is not there yet, of all conversations. In each the replies go one after the other: none overtakes one that
 * was not sent. Where the server is not reached, they are sent again by themselves.
 */
export function createReplyQueue(writer: Writer, post: (one: Pending) => Promise<Outcome>): ReplyQueue {
  let state: ReturnType<ReplyQueue['now']> = { pending: keptReplies(writer), sent: [] };
  const { add: onChange, tell } = createListeners<[]>();
  const busy = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  const leaving = new AbortController();

  function become(pending: readonly Pending[], sent = state.sent): void {
    state = { pending, sent };
    keepReplies(pending, writer);
    tell();
  }

  const change = (key: string, changes: Partial<Pending>): void =>
    become(state.pending.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  const without = (key: string) => state.pending.filter((one) => one.key !== key);
  const firstOf = (id: string) => state.pending.find(({ conversationId }) => conversationId === id);

  /** Whether the next one may go. */
  function settle({ key, conversationId }: Pending, outcome: Outcome): boolean {
    if (outcome.is === 'done') {
      failures = 0;
      const { message } = outcome;
      const sent = message ? [...state.sent.slice(1 - mostSent), { ...message, conversationId }] : state.sent;
      become(without(key), sent);
      return true;
    }
    const { is, why } = outcome;
    if (is === 'refused') {
      change(key, { state: is, why, ...(outcome.isForGood && { key: crypto.randomUUID() }) });
      return false;
    }
    change(key, { state: is, why });
    clearTimeout(timer);
    timer = setTimeout(resume, Math.min(longestMs, againMs * 2 ** failures));
    failures += 1;
    return false;
  }

  async function drain(id: string): Promise<void> {
    if (busy.has(id)) return;
    busy.add(id);
    for (let next = firstOf(id); next && next.state !== 'refused' && !leaving.signal.aborted; next = firstOf(id)) {
      const outcome = await post(next);
      if (leaving.signal.aborted || !settle(next, outcome)) break;
    }
    busy.delete(id);
    tell();
  }

  function resume(): void {
    for (const id of new Set(state.pending.map(({ conversationId }) => conversationId))) void drain(id);
  }
  addEventListener('online', resume);
  resume();

  return {
    now: () => state,
    onChange,
    resume,
    send(conversationId, text) {
      const one: Pending = { key: crypto.randomUUID(), conversationId, text, state: 'sending', why: null };
      become([...state.pending, one]);
      void drain(conversationId);
    },
    sendAgain(key) {
      const again = state.pending.find((one) => one.key === key);
      if (!again) return;
      change(key, { state: 'sending', why: null });
      void drain(again.conversationId);
    },
    drop(key) {
      const dropped = state.pending.find((one) => one.key === key);
      if (!dropped) return;
      become(without(key));
      void drain(dropped.conversationId);
    },
    async settled(conversationId) {
      while (busy.has(conversationId)) {
        await new Promise<void>((resolve) => {
          const stop = onChange(() => {
            stop();
            resolve();
          });
        });
      }
      return firstOf(conversationId) === undefined;
    },
    stop() {
      leaving.abort();
      clearTimeout(timer);
      removeEventListener('online', resume);
    },
  };
}
