import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../data/session.tsx';
import { screens } from '../screens.ts';

type Props = {
  /** Of the screen, such as `leads`. */
  readonly path: string;
  readonly id?: string | undefined;
  readonly search?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
};

const none = {};

/** A link to another screen; plain text where there is none, or the viewer may not see it. */
export function ScreenLink({ path, id, search = none, children }: Props) {
  const { may } = useSession();
  if (!screens.some((screen) => screen.path === path && may(...screen.needs))) return <span>{children}</span>;
  return (
    <Link to={id === undefined ? `/${path}` : `/${path}/${encodeURIComponent(id)}`} search={search}>
      {children}
    </Link>
  );
}
