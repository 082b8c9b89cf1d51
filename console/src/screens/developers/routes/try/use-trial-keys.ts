import { useCallback, useEffect, useRef, useState } from 'react';
import type { CombinedError } from 'urql';
import { useSession } from '../../../../data/session.tsx';
import { useMutate } from '../../../../data/use-mutate.ts';
import { type Dialect, MintKeyDocument, RevokeKeyDocument } from '../../generated/operations.ts';
import type { Route } from '../read-routes.ts';

const lifeMs = 10 * 60_000;

type Minted = { readonly id: string; readonly secret: string; readonly endsMs: number };

export type TrialKeys = {
  /** The key that was made or pasted for routes like this one; null where there is none that still lives. */
  readonly keyFor: (route: Route) => string | null;
  /** What a key made for it would hold; null where the viewer may not make it. */
  readonly scopesFor: (route: Route) => readonly string[] | null;
  /** Makes a key that ends by itself in ten minutes. Answers what went wrong. */
  readonly mint: (route: Route) => Promise<CombinedError | null>;
  /** Takes a key that somebody has. */
  readonly paste: (route: Route, secret: string) => void;
};

const isRead = ({ method }: Route) => method === 'GET';
/** Keys of the routes that only read are one for all; each that writes has one of its own. */
const nameOf = (route: Route) => `${route.dialect} ${route.scheme} ${isRead(route) ? 'reads' : route.scope}`;

/**
 * Keys to try routes with. They are known to this page alone, in its memory: no address and no storage holds one. Those that were
 * made here hold no more than the routes need and the viewer may, and are revoked as the screen is left.
 */
export function useTrialKeys(routes: readonly Route[]): TrialKeys {
  const { may } = useSession();
  const mintKey = useMutate(MintKeyDocument);
  const revoke = useMutate(RevokeKeyDocument);
  const [keys, setKeys] = useState<ReadonlyMap<string, Minted | string>>(new Map());
  const minted = useRef<string[]>([]);
  const isLeft = useRef(false);

  useEffect(() => {
    const made = minted.current;
    isLeft.current = false;
    return () => {
      isLeft.current = true;
      for (const id of made.splice(0)) void revoke({ id });
    };
  }, [revoke]);

  const keyFor = useCallback(
    (route: Route) => {
      const known = keys.get(nameOf(route)) ?? null;
      if (known === null || typeof known === 'string') return known;
      return known.endsMs > Date.now() ? known.secret : null;
    },
    [keys],
  );

  const scopesFor = (route: Route) => {
    const { scope, dialect, scheme } = route;
    // A widget's key is made with the widget alone.
    if (scope === null || scheme === 'widgetKey' || !may('keys:write', scope)) return null;
    if (!isRead(route)) return [scope];
    const others = routes.filter((other) => isRead(other) && other.dialect === dialect && other.scheme === scheme);
    return [...new Set(others.flatMap((other) => other.scope ?? []))].filter((one) => may(one));
  };

  async function mint(route: Route) {
    const scopes = scopesFor(route);
    if (scopes === null) return null;
    const endsMs = Date.now() + lifeMs;
    const { data, error } = await mintKey({
      input: {
        name: `Tried in the console: ${route.method} ${route.path}`.slice(0, 200),
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- documents are called as the graph's own words: see use-dialects.ts
        dialect: route.dialect as Dialect,
        scopes: [...scopes],
        businessId: null,
        expiresAt: new Date(endsMs).toISOString(),
      },
    });
    if (error) return error;
    const { secret, apiKey } = data.createApiKey;
    // Nobody is here any more who could use it.
    if (isLeft.current) return (await revoke({ id: apiKey.id })).error ?? null;
    minted.current.push(apiKey.id);
    setKeys((before) => new Map(before).set(nameOf(route), { id: apiKey.id, secret, endsMs }));
    return null;
  }

  const paste = (route: Route, secret: string) =>
    setKeys((before) => {
      const next = new Map(before);
      if (secret === '') next.delete(nameOf(route));
      else next.set(nameOf(route), secret);
      return next;
    });

  return { keyFor, scopesFor, mint, paste };
}
