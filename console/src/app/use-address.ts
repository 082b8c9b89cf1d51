import { useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { readSearch } from './search-text.ts';

export type Address = {
  /** What stands behind the screen’s own address: the id of what is open, else null. */
  readonly id: string | null;
  readonly search: Readonly<Record<string, string>>;
  /** Opens something of this screen, or nothing with null; filters stay. */
  readonly open: (id: string | null, options?: { readonly replace?: boolean }) => void;
  /** Changes filters; an empty text takes one off. */
  readonly filter: (changes: Readonly<Record<string, string>>) => void;
};

/** Where one is in a screen. All that somebody could want to come back to, or send to somebody else, stands in the address. */
export function useAddress(): Address {
  const navigate = useNavigate();
  const params: { id?: string } = useParams({ strict: false });
  const { pathname, searchStr } = useLocation();
  const path = pathname.split('/')[1] ?? '';
  const search = useMemo(() => readSearch(searchStr), [searchStr]);
  const id = params.id ?? null;

  const open = useCallback<Address['open']>(
    (next, { replace = false } = {}) => {
      const to = next === null ? `/${path}` : `/${path}/${encodeURIComponent(next)}`;
      void navigate({ to, search, replace });
    },
    [navigate, path, search],
  );
  const filter = useCallback<Address['filter']>(
    (changes) => void navigate({ to: '.', search: { ...search, ...changes }, replace: true }),
    [navigate, search],
  );
  return { id, search, open, filter };
}
