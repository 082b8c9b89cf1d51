import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useCommands } from '../../app/commands.tsx';
import { useAddress } from '../../app/use-address.ts';
import classes from './developers.module.css';

/** The two halves of the screen. */
export function Sections() {
  const { t } = useLingui();
  const { id, open } = useAddress();
  const current = id === 'routes' ? 'routes' : 'keys';
  useCommands([
    { name: t`List the routes`, key: 'r', run: () => open('routes') },
    { name: t`List the API keys`, key: 'k', run: () => open(null) },
  ]);
  const mark = (name: 'keys' | 'routes') => ({
    className: classes['section'],
    activeOptions: { exact: true, includeSearch: false },
    'aria-current': name === current ? ('page' as const) : undefined,
  });
  return (
    <nav className={classes['sections']} aria-label={t`Parts of this screen`}>
      <Link to="/developers" {...mark('keys')}>
        <Trans>Keys</Trans>
      </Link>
      <Link to="/developers/routes" {...mark('routes')}>
        <Trans>Routes</Trans>
      </Link>
    </nav>
  );
}
