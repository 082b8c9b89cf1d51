import { cacheExchange } from '@urql/exchange-graphcache';
import { Client, type CombinedError, fetchExchange, mapExchange } from 'urql';
import { page } from '../page.ts';
import { withoutId } from './without-id.ts';

/** What a page of ours says with every request: src/server/console/read-session.ts. */
export const consoleMark = { 'tributary-console': '1' } as const;

export const isSignedOut = (error: CombinedError | undefined): boolean =>
  error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED') ?? false;

/** A client for one session: what it keeps is gone with it. */
export function createDataClient(onSignedOut: () => void): Client {
  return new Client({
    url: `${page.base}/graphql`,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: { credentials: 'same-origin', headers: { ...consoleMark } },
    exchanges: [
      mapExchange({
        onError(error) {
          if (isSignedOut(error)) onSignedOut();
        },
      }),
      cacheExchange({ keys: withoutId }),
      fetchExchange,
    ],
  });
}
