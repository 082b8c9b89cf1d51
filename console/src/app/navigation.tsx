import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Screen } from '../screens.ts';
import classes from './shell.module.css';

type Props = { readonly screens: readonly Screen[]; readonly onGo: () => void };

export function Navigation({ screens, onGo }: Props) {
  const { t, i18n } = useLingui();
  return (
    <nav aria-label={t`Screens`}>
      <ul className={classes['links']}>
        {screens.map(({ path, name, icon }) => (
          <li key={path}>
            <Link
              to={`/${path}`}
              className={classes['link'] ?? ''}
              activeOptions={{ exact: path === '', includeSearch: false }}
              onClick={onGo}
            >
              <svg className={classes['icon']} viewBox="0 0 24 24" aria-hidden="true">
                <path d={icon} />
              </svg>
              {i18n._(name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
