import type { Actor } from '../../access/actor.ts';

export type Caps = { readonly perKey: number; readonly perOrganisation: number };

/** How to leave again, or whose cap is reached. */
export type Entered = { readonly leave: () => void } | { readonly full: 'key' | 'workspace' };

/** Counts what stays open longer than a request, for each key and each organisation, so that keys can be minted at will. */
export function createOpenPlaces({ perKey, perOrganisation }: Caps) {
  const open = new Map<string, number>();
  const openFor = (id: string) => open.get(id) ?? 0;

  function count(id: string, change: 1 | -1): void {
    const now = openFor(id) + change;
    if (now === 0) open.delete(id);
    else open.set(id, now);
  }

  return {
    enter({ orgId, apiKeyId }: Pick<Actor, 'orgId' | 'apiKeyId'>): Entered {
      const [key, organisation] = [`${orgId}/${apiKeyId}`, orgId];
      if (openFor(key) >= perKey) return { full: 'key' };
      if (openFor(organisation) >= perOrganisation) return { full: 'workspace' };
      for (const id of [key, organisation]) count(id, 1);
      return {
        leave() {
          for (const id of [key, organisation]) count(id, -1);
        },
      };
    },
  };
}
