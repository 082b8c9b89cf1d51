import { createContext, type ReactNode, useContext } from 'react';
import { anyEvent, useLiveQuery } from '../../../data/use-live-query.ts';
import { usePolling } from '../../../data/use-polling.ts';
import { ProgressDocument } from '../generated/operations.ts';
import type { Replay } from './use-replay.ts';

const busyMs = 1000;
const failingMs = 5000;

function useReadProgress(endpointId: string, replay: Replay | null) {
  const { data, refresh } = useLiveQuery(ProgressDocument, { variables: { endpointId }, on: anyEvent });
  const pending = data?.pending.totalCount ?? 0;
  const failing = data?.failing.totalCount ?? 0;
  const isFiring = replay?.isFiring ?? false;
  usePolling(refresh, isFiring || pending > 0 ? busyMs : failing > 0 ? failingMs : null);
  const made = replay?.made ?? 0;
  // What else happens at this endpoint meanwhile is counted in: deliveries do not tell what they were made by.
  const failed = Math.min(made, Math.max(0, failing - (replay?.failedBefore ?? 0)));
  const waiting = Math.min(made - failed, data?.untried.totalCount ?? made);
  return {
    data,
    refresh,
    failing,
    counts: { made, failed, waiting, delivered: made - failed - waiting },
    /** Each delivery that was made is delivered or failed. */
    isOver: !isFiring && waiting === 0,
    /** Nothing is under way, and nothing failed. */
    isGreen: data !== undefined && !isFiring && pending === 0 && failing === 0,
  };
}

export type Progress = ReturnType<typeof useReadProgress>;

const ProgressContext = createContext<Progress | null>(null);

type Props = { readonly endpointId: string; readonly replay: Replay | null; readonly children: ReactNode };

/** Reads once for all below it how the deliveries to an endpoint stand; who does not ask for that is not drawn anew with it. */
export function ProgressProvider({ endpointId, replay, children }: Props) {
  const progress = useReadProgress(endpointId, replay);
  return <ProgressContext value={progress}>{children}</ProgressContext>;
}

/** How the deliveries to an endpoint stand, and what has become of a replay. */
export function useProgress(): Progress {
  const progress = useContext(ProgressContext);
  if (!progress) throw new Error('useProgress stands outside of a ProgressProvider.');
  return progress;
}
