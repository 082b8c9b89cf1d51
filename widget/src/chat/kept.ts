import { randomText } from './random-text.ts';
import type { Message, Said } from './wire.ts';

/** A message of the visitor that the server has not confirmed. */
export type Item = {
  /** Its `Idempotency-Key`. */
  readonly key: string;
  readonly text: string;
  /** What stood last when it was written; it cannot be one of the messages up to there. */
  readonly after: string | null;
  /** What is posted, from the first attempt on always the same: another body under the same key would be refused. */
  readonly body: string | null;
  readonly isRefused: boolean;
};

/** What a visitor's browser keeps of the chat with one widget, the same in all of its tabs. */
export type Kept = {
  readonly token: string;
  readonly conversationId: string | null;
  readonly outbox: readonly Item[];
  /** The newest message the visitor has seen. */
  readonly read: string | null;
  /** Which tab may send, where the browser has no locks for that. */
  readonly turn?: { readonly by: string; readonly until: number };
};

export const newKept = (): Kept => ({ token: `vt_${randomText(43)}`, conversationId: null, outbox: [], read: null });

export const newItem = (text: string, after: string | null): Item => ({
  key: randomText(22),
  text,
  after,
  body: null,
  isRefused: false,
});

export const change = (kept: Kept, key: string, changes: Partial<Item>): Kept => ({
  ...kept,
  outbox: kept.outbox.map((item) => (item.key === key ? { ...item, ...changes } : item)),
});

export const without = (kept: Kept, key: string): Kept => ({
  ...kept,
  outbox: kept.outbox.filter((item) => item.key !== key),
});

/** What goes out next; those that were refused wait for the visitor. */
export const nextOf = ({ outbox }: Kept): Item | undefined => outbox.find(({ isRefused }) => !isRefused);

/** Its message stands, and what was written after it comes after it. */
export const confirm = (kept: Kept, key: string, { conversationId, messageId }: Said): Kept => ({
  ...kept,
  conversationId,
  outbox: without(kept, key).outbox.map((item) => ({ ...item, after: messageId })),
});

/** The item that goes next, with what is posted for it. */
export function withBody(kept: Kept, language: string | null): Kept {
  const item = nextOf(kept);
  if (!item || item.body !== null) return kept;
  const visitor = kept.conversationId === null && language !== null ? { language } : undefined;
  const body = JSON.stringify({ message: item.text, conversation_id: kept.conversationId ?? undefined, visitor });
  return change(kept, item.key, { body });
}

/** Begins anew where the conversation is not there any more; what waits goes to the next one, under keys of its own. */
export const forgetConversation = (kept: Kept): Kept => ({
  ...newKept(),
  outbox: kept.outbox.map((item) => ({ ...item, key: randomText(22), after: null, body: null })),
});

/**
 * What waits and does not stand among the messages yet. A message that was sent comes over the stream before, or without, the answer
 * that confirms it: each of the visitor's messages that came since stands for one item of the same words.
 */
export function stillWaiting(messages: readonly Message[], outbox: readonly Item[]): readonly Item[] {
  const taken = new Set<Message>();
  return outbox.filter(({ text, after, body }) => {
    if (body === null) return true;
    const from = after === null ? 0 : messages.findIndex(({ id }) => id === after) + 1;
    if (after !== null && from === 0) return true;
    const own = messages
      .slice(from)
      .find((message) => message.role === 'visitor' && message.content === text && !taken.has(message));
    if (own) taken.add(own);
    return !own;
  });
}
