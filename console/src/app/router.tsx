import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { page } from '../page.ts';
import { screens } from '../screens.ts';
import { Broken } from './broken.tsx';
import { lazyScreen } from './lazy-screen.tsx';
import { Nowhere } from './nowhere.tsx';
import { readSearch, writeSearch } from './search-text.ts';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: Nowhere, errorComponent: Broken });

/** A screen has its address and those below it, which it reads with `useAddress`. */
const routes = screens.map(({ path, load }) => {
  const address: string = path === '' ? '/' : `/${path}/{-$id}`;
  return createRoute({
    getParentRoute: () => root,
    path: address,
    component: lazyScreen(load),
    wrapInSuspense: true,
    errorComponent: Broken,
  });
});

export const makeRouter = () =>
  createRouter({
    routeTree: root.addChildren(routes),
    basepath: `${page.base}/console`,
    defaultPreload: 'intent',
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    scrollRestoration: true,
  });
