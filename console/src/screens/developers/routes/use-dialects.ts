import { useCallback, useEffect, useState } from 'react';
import { type Client, CombinedError, useClient } from 'urql';
import type { LiveQuery } from '../../../data/use-live-query.ts';
import { page } from '../../../page.ts';
import { DialectsDocument } from '../generated/operations.ts';
import { openApiDocument } from './document.ts';
import { type Dialect, readRoutes } from './read-routes.ts';

/** What speaks the graph itself, and what visitors’ pages hold: no document tells of either. */
const ours = ['GRAPHQL', 'WIDGET'];
const patienceMs = 15_000;

async function read(dialect: string, signal: AbortSignal): Promise<Dialect> {
  const name = dialect.toLowerCase();
  const answer = await fetch(`${page.base}/openapi/${name}.json`, { signal });
  if (!answer.ok) {
    const requestId = answer.headers.get('x-request-id');
    const message = `/openapi/${name}.json: ${answer.status}`;
    throw new CombinedError({ graphQLErrors: [{ message, extensions: { code: 'INTERNAL', requestId } }] });
  }
  return readRoutes(dialect, openApiDocument.parse(await answer.json()));
}

/** Every vendor's document, which is called as its dialect. */
async function readAll(client: Client, signal: AbortSignal): Promise<Dialect[]> {
  const { data, error } = await client.query(DialectsDocument, {}).toPromise();
  if (error) throw error;
  const names = data?.dialects?.enumValues?.map(({ name }) => name).filter((name) => !ours.includes(name)) ?? [];
  const dialects = await Promise.all(names.map((name) => read(name, signal)));
  return dialects.toSorted((one, other) => one.title.localeCompare(other.title));
}

const toCombined = (error: unknown): CombinedError =>
  error instanceof CombinedError
    ? error
    : new CombinedError({ networkError: error instanceof Error ? error : new Error(String(error)) });

type State = { readonly data: readonly Dialect[] | undefined; readonly error: CombinedError | null };

/** All dialects with their routes, as the installation's own OpenAPI documents tell them. */
export function useDialects(): LiveQuery<readonly Dialect[]> {
  const [{ data, error }, setState] = useState<State>({ data: undefined, error: null });
  const client = useClient();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(patienceMs)]);
    void (async () => {
      try {
        const dialects = await readAll(client, signal);
        if (!stop.signal.aborted) setState({ data: dialects, error: null });
      } catch (failure) {
        if (!stop.signal.aborted) setState((before) => ({ ...before, error: toCombined(failure) }));
      }
    })();
    return () => stop.abort();
  }, [asked, client]);
  const refresh = useCallback(() => {
    setState((before) => ({ ...before, error: null }));
    setAsked((count) => count + 1);
  }, []);
  return { data, error, isLoading: data === undefined && error === null, isCurrent: data !== undefined, refresh };
}
