import { useCallback } from 'react';
import { type AnyVariables, type CombinedError, type TypedDocumentNode, useClient } from 'urql';
import { consoleMark } from './client.ts';

export type Answer<Data> =
  | { readonly data: Data; readonly error: null }
  | { readonly data: null; readonly error: CombinedError };

export type Mutate<Data, Variables> = (
  variables: Variables,
  options?: { readonly key?: string },
) => Promise<Answer<Data>>;

const tries = 3;
const waitMs = 600;
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A mutation that is done once, however often it has to be sent: its Idempotency-Key stays the same. Sends again where no answer
 * came. Give the key of what a person sends again by hand.
 */
export function useMutate<Data, Variables extends AnyVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
): Mutate<Data, Variables> {
  const client = useClient();
  return useCallback(
    async (variables, { key = crypto.randomUUID() } = {}) => {
      const headers = { ...consoleMark, 'idempotency-key': key };
      for (let attempt = 1; ; attempt += 1) {
        const { data, error } = await client.mutation<Data>(mutation, variables, {
          fetchOptions: { credentials: 'same-origin', headers },
        });
        if (data && !error) return { data, error: null };
        const failed = error ?? new Error('No answer came.');
        if (!error) throw failed;
        if (!error.networkError || attempt === tries) return { data: null, error };
        await later(waitMs * attempt);
      }
    },
    [client, mutation],
  );
}
