import { useCallback, useEffect, useRef } from 'react';
import { useLatest } from '../../../data/use-latest.ts';

const restMs = 250;
/** The server takes 400 fields in a request; a row has about thirty. */
const mostAtOnce = 10;

/**
 * Calls with all ids that were given within a quarter of a second, each once, at most ten of them; with the others after that. Waits
 * for one call to end before the next begins.
 */
export function useGathered(call: (ids: readonly string[]) => Promise<void>): (id: string) => void {
  const latest = useLatest(call);
  const gathered = useRef(new Set<string>());
  const isWaiting = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => {
    const ids = gathered.current;
    return () => {
      ids.clear();
      clearTimeout(timer.current);
      isWaiting.current = false;
    };
  }, []);

  return useCallback(
    (id) => {
      const wait = () => {
        isWaiting.current = true;
        timer.current = setTimeout(() => void run(), restMs);
      };
      const run = async () => {
        const ids = [...gathered.current].slice(0, mostAtOnce);
        for (const one of ids) gathered.current.delete(one);
        await latest.current(ids);
        isWaiting.current = false;
        if (gathered.current.size > 0) wait();
      };
      gathered.current.add(id);
      if (!isWaiting.current) wait();
    },
    [latest],
  );
}
