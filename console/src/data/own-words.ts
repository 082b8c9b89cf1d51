import { createListeners } from './listeners.ts';

const prefix = 'tributary.own/';

type Somebody = {
  readonly apiKeyId: string;
  readonly member: { readonly id: string } | null;
  readonly organisation: { readonly id: string };
};

/** Who it is; where no member stands behind a session, it is somebody of its own. */
export const personOf = ({ member, apiKeyId }: Pick<Somebody, 'member' | 'apiKeyId'>): string => member?.id ?? apiKeyId;

/** Of which workspace, and who there. */
export const ownerOf = (somebody: Somebody): string => `${somebody.organisation.id}/${personOf(somebody)}`;

const placeOf = (owner: string, name: string): string => `${prefix}${owner}/${name}`;

/** What this tab keeps of somebody through a reload; nobody else who signs in here is given it. */
export function readOwn(owner: string, name: string): unknown {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(placeOf(owner, name)) ?? 'null');
    return kept;
  } catch {
    return null;
  }
}

/** Null is nothing. */
export function keepOwn(owner: string, name: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(placeOf(owner, name));
    else sessionStorage.setItem(placeOf(owner, name), JSON.stringify(value));
  } catch {
    // The browser keeps nothing: then it is kept as long as the page is open.
  }
}

const forgotten = createListeners<[owner: string]>();

/** For what is kept in memory beside it. */
export const onForgotten = (listener: (owner: string) => void): void => void forgotten.add(listener);

/** Who signs out leaves nothing behind. */
export function forgetOwn(owner: string): void {
  forgotten.tell(owner);
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(placeOf(owner, ''))) sessionStorage.removeItem(key);
  } catch {
    // The browser keeps nothing.
  }
}
