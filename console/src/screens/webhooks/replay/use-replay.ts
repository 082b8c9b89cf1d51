import { useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { type Answer, useMutate } from '../../../data/use-mutate.ts';
import { ProgressDocument, ReplayDocument } from '../generated/operations.ts';
import { readAnew } from './read-anew.ts';

/** Where a replay begins: behind an event, or at an instant. */
export type Place = { readonly after: string | null; readonly since: string | null };

export type Replay = {
  /** Deliveries that were made so far. */
  readonly made: number;
  /** Events whose delivery was under way already. */
  readonly skipped: number;
  /** Further ones are still being made. */
  readonly isFiring: boolean;
  /** Why no further ones were made. */
  readonly error: CombinedError | null;
  /** How many deliveries failed before it. */
  readonly failedBefore: number;
};

/** So many events at once: how far it has come shows between. */
const atOnce = 500;

/** A replay of events to an endpoint. It goes on as long as the page is open, whatever is shown of it. */
export function useReplay(endpointId: string) {
  const client = useClient();
  const fire = useMutate(ReplayDocument);
  const [replay, setReplay] = useState<Replay | null>(null);

  /** How many deliveries failed, which is then shown too. */
  async function readFailed(patienceMs: number): Promise<Answer<number>> {
    const { data, error } = await readAnew(client, ProgressDocument, { endpointId }, patienceMs);
    return error ? { data: null, error } : { data: data.failing.totalCount, error: null };
  }

  async function start(from: Place): Promise<void> {
    let now: Replay = { made: 0, skipped: 0, isFiring: true, error: null, failedBefore: 0 };
    const tell = (changes: Partial<Replay>) => setReplay((now = { ...now, ...changes }));
    tell({});
    const before = await readFailed(0);
    if (before.error) return tell({ error: before.error, isFiring: false });
    tell({ failedBefore: before.data });
    for (let place: Place | null = from; place;) {
      const { data, error } = await fire({ endpointId, ...place, first: atOnce });
      if (error) return tell({ error, isFiring: false });
      const { replayed, skipped, cursor, hasMore } = data.replayEvents;
      // Before they are told of: else they would count as delivered until it is known that they wait. And until it is answered: what was
      // read before says nothing of what was made since.
      const { error: unread } = await readFailed(Infinity);
      if (unread) return tell({ error: unread, isFiring: false });
      tell({ made: now.made + replayed, skipped: now.skipped + skipped });
      place = hasMore && cursor !== null ? { after: cursor, since: null } : null;
    }
    return tell({ isFiring: false });
  }

  return { replay, start, forget: () => setReplay(null) };
}

export type Replaying = ReturnType<typeof useReplay>;
