import { setTimeout as pauseFor } from 'node:timers/promises';

type Sent<Done> = { readonly status: number; readonly body: Done };

/** Sends until it is answered well, as an outbox does: under one Idempotency-Key, whatever became of the requests before. */
export const sendUntil =
  (leaving: AbortSignal) =>
  async <Done>(send: (headers: Record<string, string>) => Promise<Sent<Done>>): Promise<Done> => {
    const headers = { 'idempotency-key': crypto.randomUUID() };
    while (!leaving.aborted) {
      const answer = await send(headers).catch(() => null);
      if (answer && answer.status < 300) return answer.body;
      await pauseFor(20);
    }
    throw new Error('The test ended before it was answered.');
  };

/** Follows a stream and comes back to it behind what came last, whatever ended it, until nobody wants it any more. */
export const followUntil =
  (leaving: AbortSignal) =>
  async <Item extends { readonly id: string | null }>(
    seen: Item[],
    open: (last: string | null) => AsyncIterable<Item>,
  ): Promise<void> => {
    let last: string | null = null;
    while (!leaving.aborted) {
      try {
        for await (const item of open(last)) {
          seen.push(item);
          last = item.id ?? last;
        }
      } catch {
        // It was cut off, or nobody is there: it comes back.
      }
      await pauseFor(20);
    }
  };
