import type { AnyVariables, Client, TypedDocumentNode } from 'urql';
import { later } from '../../../data/later.ts';
import { isForNow } from '../../../data/problem.ts';
import type { Answer } from '../../../data/use-mutate.ts';

const againMs = 2000;

/** What the server answers now; asked again, for as long as this, while it cannot answer for now. */
export async function readAnew<Data, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  patienceMs: number,
): Promise<Answer<Data>> {
  for (const end = Date.now() + patienceMs; ; await later(againMs)) {
    const { data, error } = await client.query(document, variables, { requestPolicy: 'network-only' }).toPromise();
    if (data && !error) return { data, error: null };
    if (!error) throw new Error('No answer came.');
    if (!isForNow(error) || Date.now() >= end) return { data: null, error };
  }
}
