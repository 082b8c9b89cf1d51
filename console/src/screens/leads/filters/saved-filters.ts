import { useState } from 'react';
import { useSession } from '../../../data/session.tsx';

export type SavedFilter = { readonly name: string; readonly search: Readonly<Record<string, string>> };

const mostFilters = 30;

const isText = (value: unknown): value is string => typeof value === 'string';

function readSaved(place: string): SavedFilter[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    if (!Array.isArray(found)) return [];
    return found.flatMap((entry: unknown): SavedFilter[] => {
      if (typeof entry !== 'object' || entry === null || !('name' in entry) || !('search' in entry)) return [];
      const { name, search } = entry;
      if (!isText(name) || typeof search !== 'object' || search === null) return [];
      return [{ name, search: Object.fromEntries(Object.entries(search).filter(([, value]) => isText(value))) }];
    });
  } catch {
    return [];
  }
}

/** Filters that somebody kept under a name, in this browser and for this workspace; nothing of a lead is in them but what was typed to find it. */
export function useSavedFilters() {
  const { viewer } = useSession();
  const place = `tributary:leads:filters:${viewer.organisation.id}:${viewer.member?.id ?? 'key'}`;
  const [saved, setSaved] = useState(() => readSaved(place));
  const keep = (next: SavedFilter[]): void => {
    setSaved(next);
    try {
      localStorage.setItem(place, JSON.stringify(next));
    } catch {
      // The browser keeps nothing: then it is kept as long as the page is open.
    }
  };
  return {
    saved,
    save: (name: string, search: SavedFilter['search']) =>
      keep([...saved.filter((other) => other.name !== name), { name, search }].slice(-mostFilters)),
    remove: (name: string) => keep(saved.filter((other) => other.name !== name)),
  };
}
