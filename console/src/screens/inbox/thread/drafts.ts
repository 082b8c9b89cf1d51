import { createKeptWords } from '../../../data/kept-words.ts';

/** What was typed to visitors and not sent, by conversation. */
const kept = createKeptWords('drafts', (value) => (typeof value === 'string' ? value : null));

export const draftOf = (owner: string, id: string): string => kept.find(owner, id) ?? '';

export const keepDraft = (owner: string, id: string, text: string): void =>
  kept.keep(owner, id, text === '' ? null : text);
