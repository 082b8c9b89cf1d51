import type { Item } from './kept.ts';
import type { Typist } from './typing.ts';
import type { Message, Standing } from './wire.ts';

/** Why nothing goes on at the moment. */
export type Problem =
  | { readonly kind: 'offline' | 'unreachable' | 'unavailable' }
  | { readonly kind: 'limited'; readonly until: number };

export type ChatState = {
  /** In the order in which the server keeps them. */
  readonly messages: readonly Message[];
  /** What the visitor wrote and the messages do not show yet. */
  readonly waiting: readonly Item[];
  /** Null before anything was said. */
  readonly standing: Standing | null;
  /** Whether what was said before is still being read. */
  readonly isLoading: boolean;
  /** Whether the server has the visitor's message, and the AI is about to answer it. */
  readonly isAnswering: boolean;
  /** Who writes an answer, as the server hints; null where it does not. */
  readonly typing: Typist | null;
  readonly problem: Problem | null;
  readonly unread: number;
};

/** Appends what is not there yet. */
export function merge(messages: readonly Message[], more: readonly Message[]): readonly Message[] {
  const known = new Set(messages.map(({ id }) => id));
  const fresh = more.filter(({ id }) => id !== '' && !known.has(id));
  return fresh.length > 0 ? [...messages, ...fresh] : messages;
}

/** How many of the answers came after what was read. */
export function unreadOf(messages: readonly Message[], read: string | null): number {
  const from = read === null ? 0 : messages.findIndex(({ id }) => id === read) + 1;
  return messages.slice(from).filter(({ role }) => role !== 'visitor').length;
}
