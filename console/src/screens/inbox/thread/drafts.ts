import { keepOwn, onForgotten, readOwn } from '../../../data/own-words.ts';

const name = 'drafts';
const mostDrafts = 200;

/** What was typed to visitors and not sent, by who typed it, then by conversation; it outlives a reload of this tab. */
const all = new Map<string, Map<string, string>>();

function draftsOf(owner: string): Map<string, string> {
  const known = all.get(owner);
  if (known) return known;
  const kept = Object.entries(readOwn(owner, name) ?? {});
  keepOwn(owner, name, null);
  const drafts = new Map(
    kept.flatMap(([id, text]: [string, unknown]): [string, string][] => (typeof text === 'string' ? [[id, text]] : [])),
  );
  all.set(owner, drafts);
  return drafts;
}

addEventListener('pagehide', () => {
  for (const [owner, drafts] of all) if (drafts.size > 0) keepOwn(owner, name, Object.fromEntries(drafts));
});
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) for (const owner of all.keys()) keepOwn(owner, name, null);
});
onForgotten((owner) => void all.delete(owner));

export const draftOf = (owner: string, id: string): string => draftsOf(owner).get(id) ?? '';

export function keepDraft(owner: string, id: string, text: string): void {
  const drafts = draftsOf(owner);
  drafts.delete(id);
  if (text !== '') drafts.set(id, text);
  const [oldest] = drafts.keys();
  if (drafts.size > mostDrafts && oldest !== undefined) drafts.delete(oldest);
}
