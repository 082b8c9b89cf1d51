import { useState } from 'react';
import { type AnyVariables, CombinedError, type TypedDocumentNode, useClient } from 'urql';
import { later } from '../../../data/later.ts';
import { useLatest } from '../../../data/use-latest.ts';
import { useMutate } from '../../../data/use-mutate.ts';
import { DeliveriesDocument, OutcomeDocument, RetryDocument } from '../generated/operations.ts';
import { readAnew } from './read-anew.ts';

type State = {
  readonly taken: number;
  /** It failed again, so no further one was tried. */
  readonly refused: boolean;
  /** Why it is not known what failed, or what became of one. */
  readonly error: CombinedError | null;
};

const atOnce = 50;
const lookMs = 150;
/** Longer than a post may take. */
const patienceMs = 15_000;

/** Sends what failed again, oldest of each page last, until all is taken or the receiver refuses once more. */
export function useRetryFailing(endpointId: string, onProgress: () => void) {
  const client = useClient();
  const retry = useMutate(RetryDocument);
  const progress = useLatest(onProgress);
  const [state, setState] = useState<State | null>(null);
  const [isRunning, setRunning] = useState(false);

  async function read<Data, Variables extends AnyVariables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data> {
    const { data, error } = await readAnew(client, document, variables, patienceMs);
    if (error) throw error;
    return data;
  }

  async function readFailing(): Promise<readonly string[]> {
    const variables = { endpointId, failing: true, first: atOnce, after: null, eventId: null, state: null };
    return (await read(DeliveriesDocument, variables)).webhookDeliveries.nodes.map(({ id }) => id);
  }

  /** Posts it, and waits for what comes of that. */
  async function isTaken(id: string): Promise<boolean> {
    const { data, error } = await retry({ id });
    if (error) throw error;
    const { attempts: before } = data.retryWebhookDelivery.delivery;
    const end = Date.now() + patienceMs;
    while (Date.now() < end) {
      const { node } = await read(OutcomeDocument, { id });
      if (node?.kind !== 'WebhookDelivery') return false;
      if (node.state === 'SUCCEEDED') return true;
      // Given up again, with or without a post.
      if (node.attempts.length > before.length || node.nextAttemptAt === null) return false;
      await later(lookMs);
    }
    return false;
  }

  async function run() {
    setRunning(true);
    setState(null);
    let now: State = { taken: 0, refused: false, error: null };
    const tell = (changes: Partial<State>) => {
      setState((now = { ...now, ...changes }));
      progress.current();
    };
    try {
      for (let ids = await readFailing(); ids.length > 0 && !now.refused; ids = await readFailing()) {
        for (const id of ids) {
          if (!(await isTaken(id))) {
            tell({ refused: true });
            break;
          }
          tell({ taken: now.taken + 1 });
        }
      }
      tell({});
    } catch (error) {
      if (!(error instanceof CombinedError)) throw error;
      tell({ error });
    } finally {
      setRunning(false);
    }
  }

  return { state, isRunning, run };
}
