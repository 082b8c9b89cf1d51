import type { Api } from './api.ts';
import { merge, type Problem } from './chat-state.ts';
import { forgetConversation } from './kept.ts';
import type { Keeping } from './keeping.ts';
import { Refusal, verdictOf } from './refusal.ts';
import { backoffMs, createNap } from './waits.ts';
import { createTypingWatch } from './typing.ts';
import { codeOf, type Message, type Standing, toMessage, toStanding, toTyping } from './wire.ts';

type FollowerOptions = {
  readonly api: Api;
  readonly keeping: Keeping;
  readonly changed: () => void;
  readonly told: (problem: Problem | null) => void;
  /** The stream brings messages. */
  readonly streamed: () => void;
};

/** Pages of 200 messages. */
const mostPages = 50;
const opened: Standing = { status: 'active', agent: null, isWaiting: false };

const standingOf = ({ status, agent, isWaiting }: Standing): Standing => ({ status, agent, isWaiting });

/** Reads what was said, then hears what is said, for as long as somebody looks. */
export function createFollower({ api, keeping, changed, told, streamed }: FollowerOptions) {
  let messages: readonly Message[] = [];
  let standing: Standing | null = null;
  let readId: string | null = null;
  let cursor: string | null = null;
  let isAwake = false;
  let isRunning = false;
  let isOver = false;
  let failures = 0;
  let leaving = new AbortController();
  const nap = createNap();
  const typing = createTypingWatch(changed);

  /** An answer may still come after the network went, or nobody looks any more. */
  function heard(): void {
    failures = 0;
    if (isAwake) told(null);
  }

  async function readAll(id: string): Promise<void> {
    let all: readonly Message[] = [];
    let first: string | null = null;
    for (let count = 0; count < mostPages; count += 1) {
      const page = await api.read(keeping.now().token, id, all.at(-1)?.id ?? null);
      all = merge(all, page.messages);
      first ??= page.cursor;
      standing = standingOf(page);
      if (!page.hasMore) break;
    }
    [messages, readId, cursor] = [all, id, first];
    heard();
    changed();
  }

  function hear(event: string | undefined, data: string): void {
    const body: unknown = JSON.parse(data);
    if (event === 'typing') return typing.hear(toTyping(body));
    if (event === 'message') {
      const message = toMessage(body);
      streamed();
      if (message.role !== 'visitor') typing.over();
      messages = merge(messages, [message]);
      // Their word opens a closed conversation again, of which no event tells.
      if (message.role === 'visitor' && standing?.status === 'closed') standing = opened;
      if (message.role === 'human' && standing) standing = { ...standing, isWaiting: false };
    }
    if (event === 'status') standing = toStanding(body);
    if (event === 'error') {
      if (codeOf(body) === 'CURSOR_EXPIRED') cursor = null;
      else isOver = true;
    }
    changed();
  }

  async function followOnce(id: string): Promise<void> {
    if (readId !== id) [messages, standing, cursor] = [[], null, null];
    if (cursor === null) await readAll(id);
    if (keeping.now().conversationId !== id) return;
    await api.follow(keeping.now().token, id, cursor ?? '', {
      signal: leaving.signal,
      onOpen: heard,
      onEvent({ id: eventId, event, data }) {
        if (eventId) cursor = eventId;
        hear(event, data);
      },
    });
  }

  const wanted = () => (isAwake ? keeping.now().conversationId : null);

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    for (let id = wanted(); id !== null; id = wanted()) {
      leaving = new AbortController();
      let waitMs = 300;
      try {
        await followOnce(id);
      } catch (error) {
        if (isAwake && !leaving.signal.aborted) waitMs = await failed(id, error);
      }
      typing.over();
      if (isOver) told({ kind: 'unavailable' });
      if (isOver || !isAwake) break;
      await nap.sleep(waitMs);
    }
    isRunning = false;
  }

  async function failed(id: string, error: unknown): Promise<number> {
    const verdict = verdictOf(error);
    failures += 1;
    if (verdict === 'gone') {
      await keeping.keep((kept) => (kept.conversationId === id ? forgetConversation(kept) : kept));
    } else if (verdict === 'unavailable') isOver = true;
    else if (verdict === 'refused') cursor = null;
    else if (verdict === 'later') told({ kind: navigator.onLine ? 'unreachable' : 'offline' });
    const asked = error instanceof Refusal ? error.retryAfterMs : null;
    return Math.max(asked ?? 0, backoffMs(failures));
  }

  return {
    messages: () => messages,
    standing: () => standing,
    typing: typing.who,
    isReading: () => keeping.now().conversationId !== null && cursor === null && messages.length === 0,
    /** What a conversation began with, shown before it is read. */
    beginWith(id: string, first: readonly Message[]): void {
      if (messages.length === 0) [messages, readId] = [first, id];
    },
    /** Where there is a conversation at last, or another one. */
    begin(): void {
      if (readId !== null && readId !== keeping.now().conversationId) {
        [messages, standing, cursor, readId] = [[], null, null, null];
        leaving.abort();
        nap.wake();
        changed();
      }
      if (isAwake) void run();
    },
    /** Follows from now on; what waits to try again tries now. */
    wake(): void {
      [isAwake, isOver, failures] = [true, false, 0];
      nap.wake();
      void run();
    },
    /** Follows no more, until it is woken. */
    rest(): void {
      isAwake = false;
      leaving.abort();
      nap.wake();
    },
    /** Asks for what should have come by itself, while somebody looks: something between may hold streams back. */
    async catchUp(): Promise<boolean> {
      const { conversationId, token } = keeping.now();
      if (!isAwake || conversationId === null || readId !== conversationId) return false;
      const before = messages;
      const page = await api.read(token, conversationId, messages.at(-1)?.id ?? null);
      messages = merge(messages, page.messages);
      standing = standingOf(page);
      changed();
      return messages !== before;
    },
  };
}
