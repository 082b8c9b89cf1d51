import type { Actor } from '../../access/actor.ts';

/** How to leave again, or whose cap is reached. */
export type Entered<Kind extends string> = { readonly leave: () => void } | { readonly full: Kind };

/** Counts what stays open longer than a request, for each of several kinds of owners: nothing enters where one of its own has its fill. */
export function createPlaces<Kind extends string>(caps: Readonly<Record<Kind, number>>) {
  const open = new Map<string, number>();
  const openFor = (id: string) => open.get(id) ?? 0;

  function count(id: string, change: 1 | -1): void {
    const now = openFor(id) + change;
    if (now === 0) open.delete(id);
    else open.set(id, now);
  }

  return {
    enter(owners: readonly (readonly [Kind, string])[]): Entered<Kind> {
      const ids = owners.map(([kind, owner]) => `${kind} ${owner}`);
      const full = owners.find(([kind], at) => openFor(ids[at] ?? '') >= caps[kind]);
      if (full) return { full: full[0] };
      for (const id of ids) count(id, 1);
      return {
        leave() {
          for (const id of ids) count(id, -1);
        },
      };
    },
  };
}

export type Caps = { readonly perKey: number; readonly perOrganisation: number };

/** The same for each key and each organisation, so that keys can be minted at will. */
export function createOpenPlaces({ perKey, perOrganisation }: Caps) {
  const places = createPlaces({ key: perKey, workspace: perOrganisation });
  return {
    enter: ({ orgId, apiKeyId }: Pick<Actor, 'orgId' | 'apiKeyId'>) =>
      places.enter([
        ['key', `${orgId}/${apiKeyId}`],
        ['workspace', orgId],
      ]),
  };
}
