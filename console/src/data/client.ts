import { cacheExchange } from '@urql/exchange-graphcache';
import { Client, type CombinedError, fetchExchange, mapExchange } from 'urql';
import { page } from '../page.ts';
import { lettingGo } from './letting-go.ts';
import { withoutId } from './without-id.ts';

/** What a page of ours says with every request, and whom it shows as signed in: src/server/console/read-session.ts. */
export const consoleMark = (person: string | null) => ({
  'tributary-console': '1',
  ...(person !== null && { 'tributary-person': person }),
});

/** Longer than the server takes for anything that it is asked for here. */
const answerMs = 30_000;

/** No answer came in time. */
export class Unanswered extends Error {}

async function fetchInTime(input: RequestInfo | URL, { signal, ...init }: RequestInit): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), answerMs);
  try {
    const response = await fetch(input, {
      ...init,
      signal: AbortSignal.any([late.signal, ...(signal ? [signal] : [])]),
    });
    // An answer that begins and does not end is none.
    const body = await response.arrayBuffer();
    return new Response(body, response);
  } catch (error) {
    throw late.signal.aborted && !signal?.aborted ? new Unanswered() : error;
  } finally {
    clearTimeout(timer);
  }
}

const isSignedOut = (error: CombinedError | undefined): boolean =>
  error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED') ?? false;

export type DataClient = {
  readonly client: Client;
  /** Who is signed in; null until that is known. */
  readonly person: () => string | null;
  /** From now on every request says that this is who is shown. */
  readonly show: (person: string) => void;
};

/** A client for one session: what it keeps is gone with it. */
export function createDataClient(onSignedOut: () => void): DataClient {
  let person: string | null = null;
  const client = new Client({
    url: `${page.base}/graphql`,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      for (const [name, value] of Object.entries(consoleMark(person))) headers.set(name, value);
      return fetchInTime(input, { ...init, headers, credentials: 'same-origin' });
    },
    exchanges: [
      mapExchange({
        onError(error) {
          if (isSignedOut(error)) onSignedOut();
        },
      }),
      lettingGo(cacheExchange({ keys: withoutId })),
      fetchExchange,
    ],
  });
  return { client, person: () => person, show: (shown) => void (person = shown) };
}
