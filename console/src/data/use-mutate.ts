import { useCallback } from 'react';
import { type AnyVariables, type Client, type CombinedError, type TypedDocumentNode, useClient } from 'urql';
import { later } from './later.ts';

export type Answer<Data> =
  | { readonly data: Data; readonly error: null }
  | { readonly data: null; readonly error: CombinedError };

export type Mutate<Data, Variables> = (
  variables: Variables,
  options?: { readonly key?: string },
) => Promise<Answer<Data>>;

const tries = 3;
const waitMs = 600;

/** Done once, however often it has to be sent under its key: it is sent again where no answer came. */
export async function mutateOnce<Data, Variables extends AnyVariables>(
  client: Client,
  mutation: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  key: string,
): Promise<Answer<Data>> {
  for (let attempt = 1; ; attempt += 1) {
    const fetchOptions = { headers: { 'idempotency-key': key } };
    const { data, error } = await client.mutation<Data>(mutation, variables, { fetchOptions });
    if (data && !error) return { data, error: null };
    if (!error) throw new Error('No answer came.');
    if (!error.networkError || attempt === tries) return { data: null, error };
    await later(waitMs * attempt);
  }
}

/**
 * A mutation that is done once, however often it has to be sent: its Idempotency-Key stays the same. Give the key of what a person
 * sends again by hand.
 */
export function useMutate<Data, Variables extends AnyVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
): Mutate<Data, Variables> {
  const client = useClient();
  return useCallback(
    (variables, { key = crypto.randomUUID() } = {}) => mutateOnce(client, mutation, variables, key),
    [client, mutation],
  );
}
