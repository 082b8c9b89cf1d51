import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { type CombinedError, useQuery } from 'urql';
import { useSession } from '../../data/session.tsx';
import { screens } from '../../screens.ts';
import type { Command } from '../commands.tsx';
import { SearchDocument } from './generated/operations.ts';

/** Which screen opens what an id begins with. */
const opens = { ld: 'leads', cv: 'inbox', evt: 'events', whd: 'webhooks', tsk: 'tasks' } as const;

const idPattern = /^(ld|cv|evt|whd|tsk)_\w+$/;

type Found = {
  readonly commands: readonly Command[];
  /** Why it is not known what these words find. */
  readonly error: CombinedError | null;
};

/** Commands that open what these words or this id find, of what there is a screen for. */
export function useFound(wanted: string): Found {
  const { may } = useSession();
  const navigate = useNavigate();
  const [q] = useDebouncedValue(wanted, 150);
  const has = (path: string) => screens.some((screen) => screen.path === path && may(...screen.needs));
  const [, prefix] = idPattern.exec(wanted) ?? [];
  const leads = q.length >= 2 && prefix === undefined && has('leads');
  const [{ data, error }] = useQuery({ query: SearchDocument, variables: { q, leads }, pause: !leads });
  const go = (path: string, id: string) => void navigate({ to: `/${path}/${id}` });

  if (prefix !== undefined) {
    const path = Object.entries(opens).find(([start]) => start === prefix)?.[1];
    const isShown = path !== undefined && has(path);
    return { commands: isShown ? [{ name: wanted, run: () => go(path, wanted) }] : [], error: null };
  }
  if (!leads) return { commands: [], error: null };
  const commands = (data?.leads?.nodes ?? []).map(({ id, name, email }) => ({
    name: [name, email].filter(Boolean).join(' · ') || id,
    run: () => go('leads', id),
  }));
  return { commands, error: error ?? null };
}
