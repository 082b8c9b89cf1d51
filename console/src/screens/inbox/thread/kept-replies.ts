import { t } from '@lingui/core/macro';
import { keepOwn, readOwn } from '../../../data/own-words.ts';
import type { Pending } from './reply-queue.ts';

const name = 'replies';
const mostReplies = 100;

/** Whose replies they are, and the session whose keys the server knows them by. */
export type Writer = { readonly owner: string; readonly session: string };

const isText = (value: unknown): value is string => typeof value === 'string';

function toPending(kept: unknown, session: string): Pending[] {
  if (typeof kept !== 'object' || kept === null) return [];
  const one: { [Name in keyof Pending | 'session']?: unknown } = kept;
  const { key, conversationId, text } = one;
  if (!isText(key) || !isText(conversationId) || !isText(text)) return [];
  const reply = { key, conversationId, text };
  if (one.state === 'refused' && isText(one.why)) return [{ ...reply, state: one.state, why: one.why }];
  if (one.session === session) return [{ ...reply, state: 'sending', why: null }];
  // Of what was on its way nobody saw how it went. Another session's key would not tell the server that it is the same one.
  return [{ ...reply, state: 'refused', why: t`The page was left before an answer came.` }];
}

/** Replies that were not sent, or of which no answer came, when this tab was loaded anew; those that were not refused are to be sent again. */
export function keptReplies({ owner, session }: Writer): readonly Pending[] {
  const kept = readOwn(owner, name);
  return Array.isArray(kept) ? kept.flatMap((one) => toPending(one, session)).slice(-mostReplies) : [];
}

export function keepReplies(pending: readonly Pending[], { owner, session }: Writer): void {
  const kept = pending.slice(-mostReplies).map((one) => ({ ...one, session }));
  keepOwn(owner, name, kept.length === 0 ? null : kept);
}
