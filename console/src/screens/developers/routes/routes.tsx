import { Trans, useLingui } from '@lingui/react/macro';
import { useAddress } from '../../../app/use-address.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { ScreenHeader } from '../../../parts/screen-header.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { Sections } from '../sections.tsx';
import { OneRoute } from './one-route.tsx';
import { keyOf } from './read-routes.ts';
import { RouteList } from './route-list.tsx';
import classes from './routes.module.css';
import { useTrialKeys } from './try/use-trial-keys.ts';
import { useDialects } from './use-dialects.ts';

/** Every route of every dialect, and beside the list all that is needed to call one. */
export function Routes() {
  const { t } = useLingui();
  const { search } = useAddress();
  const query = useDialects();
  const all = query.data?.flatMap(({ resources }) => resources.flatMap((resource) => resource.routes)) ?? [];
  const keys = useTrialKeys(all);
  const { route: asked, ...filters } = search;
  const key = asked === undefined || asked === '' ? null : keyOf(asked);
  return (
    <>
      <ScreenHeader title={t`Developers`} />
      <Sections />
      <Loaded query={query} lines={8}>
        {(dialects) => {
          const route = all.find((other) => other.key === key);
          return (
            <div className={classes['split']} data-open={key !== null}>
              <RouteList dialects={dialects} current={key} />
              {key !== null && (
                <article className={classes['beside']} aria-label={route?.summary ?? t`Route`}>
                  <nav aria-label={t`Way back`} className={classes['back']}>
                    <ScreenLink path="developers" id="routes" search={filters}>
                      <Trans>← All routes</Trans>
                    </ScreenLink>
                  </nav>
                  {route ? (
                    <OneRoute key={route.key} route={route} keys={keys} />
                  ) : (
                    <Empty title={t`There is no such route`}>
                      <Trans>No document of this installation names it. The list has all there are.</Trans>
                    </Empty>
                  )}
                </article>
              )}
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
