const place = 'tributary.drafts';
const mostDrafts = 200;

function readKept(): [string, string][] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? '{}');
    sessionStorage.removeItem(place);
    if (typeof kept !== 'object' || kept === null) return [];
    return Object.entries(kept).flatMap(([id, text]: [string, unknown]) =>
      typeof text === 'string' ? [[id, text]] : [],
    );
  } catch {
    return [];
  }
}

/** What was typed to visitors and not sent, by conversation; it outlives a reload of this tab. */
const drafts = new Map<string, string>(readKept());

addEventListener('pagehide', () => {
  if (drafts.size === 0) return;
  try {
    sessionStorage.setItem(place, JSON.stringify(Object.fromEntries(drafts)));
  } catch {
    // The browser keeps nothing: then they are kept as long as the page is open.
  }
});
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) sessionStorage.removeItem(place);
});

export const draftOf = (id: string): string => drafts.get(id) ?? '';

export function keepDraft(id: string, text: string): void {
  drafts.delete(id);
  if (text !== '') drafts.set(id, text);
  const [oldest] = drafts.keys();
  if (drafts.size > mostDrafts && oldest !== undefined) drafts.delete(oldest);
}
