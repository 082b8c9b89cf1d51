import { useState } from 'react';
import { useClient } from 'urql';
import { later } from '../../../data/later.ts';
import { useLatest } from '../../../data/use-latest.ts';
import { useMutate } from '../../../data/use-mutate.ts';
import { DeliveriesDocument, OutcomeDocument, RetryDocument } from '../generated/operations.ts';

type State = { readonly taken: number; /** It failed again, so no further one was tried. */ readonly refused: boolean };

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

  async function readFailing(): Promise<readonly string[]> {
    const variables = { endpointId, failing: true, first: atOnce, after: null, eventId: null, state: null };
    const { data } = await client.query(DeliveriesDocument, variables, { requestPolicy: 'network-only' }).toPromise();
    return data?.webhookDeliveries.nodes.map(({ id }) => id) ?? [];
  }

  /** Posts it, and waits for what comes of that. */
  async function isTaken(id: string): Promise<boolean> {
    const { data } = await retry({ id });
    if (!data) return false;
    const { attempts: before } = data.retryWebhookDelivery.delivery;
    const end = Date.now() + patienceMs;
    while (Date.now() < end) {
      const answer = await client.query(OutcomeDocument, { id }, { requestPolicy: 'network-only' }).toPromise();
      const node = answer.data?.node;
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
    let [taken, refused] = [0, false];
    for (let ids = await readFailing(); ids.length > 0 && !refused; ids = await readFailing()) {
      for (const id of ids) {
        refused = !(await isTaken(id));
        if (refused) break;
        taken += 1;
        setState({ taken, refused });
        progress.current();
      }
    }
    setState({ taken, refused });
    setRunning(false);
    progress.current();
  }

  return { state, isRunning, run };
}
