import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useAddress } from '../../../app/use-address.ts';
import { Empty } from '../../../parts/empty.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import type { Dialect, Resource, Route } from './read-routes.ts';
import classes from './routes.module.css';

const wordsOf = ({ title }: Dialect, { name }: Resource, { method, path, summary, scope, older, key }: Route): string =>
  [title, name, method, path, summary, scope, key, ...older].join(' ').toLowerCase();

/** What is left of the dialects when only routes with all of these words are shown. */
function narrow(dialects: readonly Dialect[], asked: string): Dialect[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  return dialects.flatMap((dialect) => {
    const resources = dialect.resources.flatMap((resource) => {
      const routes = resource.routes.filter((route) => {
        const text = wordsOf(dialect, resource, route);
        return words.every((word) => text.includes(word));
      });
      return routes.length === 0 ? [] : [{ ...resource, routes }];
    });
    return resources.length === 0 ? [] : [{ ...dialect, resources }];
  });
}

type Props = { readonly dialects: readonly Dialect[]; readonly current: string | null };

export function RouteList({ dialects, current }: Props) {
  const { t } = useLingui();
  const { search, filter } = useAddress();
  const asked = search['q'] ?? '';
  const shown = narrow(dialects, asked);
  const list = useRef<HTMLDivElement>(null);
  // Whoever comes by an address sees where in the list its route stands.
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[data-current="true"]');
    if (list.current && row) list.current.scrollTop = row.offsetTop - list.current.clientHeight / 2;
  }, []);
  return (
    <div className={classes['list']} ref={list}>
      <TextInput
        mb="md"
        maw={560}
        type="search"
        label={t`Find a route`}
        placeholder={t`Method, path, scope or words`}
        value={asked}
        onChange={({ currentTarget: { value } }) => filter({ q: value })}
      />
      {shown.length === 0 && (
        <Empty title={t`No route has these words`}>
          <Trans>Take some away, or try a part of the path.</Trans>
        </Empty>
      )}
      {shown.map(({ title, resources }) => (
        <section key={title} aria-label={title}>
          <Title order={2} mb="sm">
            {title}
          </Title>
          {resources.map((resource) => (
            <RoutesOf key={resource.name} title={title} resource={resource} current={current} />
          ))}
        </section>
      ))}
    </div>
  );
}

type OfProps = { readonly title: string; readonly resource: Resource; readonly current: string | null };

function RoutesOf({ title, resource: { name, description, routes }, current }: OfProps) {
  const { search } = useAddress();
  return (
    <div className={classes['resource']}>
      <Title order={3}>{name}</Title>
      <div className="muted">{description}</div>
      <ul className={classes['rows']} aria-label={`${title}: ${name}`}>
        {routes.map((route) => (
          <li key={route.key} className={classes['row']} data-current={route.key === current}>
            <ScreenLink path="developers" id="routes" search={{ ...search, route: route.key }}>
              <span className={classes['method']}>{route.method}</span>{' '}
              <span className={classes['path']}>{route.path}</span>
            </ScreenLink>
            <span className="muted">
              {route.summary}
              {route.isOlder && (
                <>
                  {' · '}
                  <Trans>older spelling</Trans>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
