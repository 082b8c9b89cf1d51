import { useEffect } from 'react';
import { useLatest } from './use-latest.ts';

const patience = 60;
const slower = 8;

/**
 * Calls now and then while the page is seen, for what no event tells of; never with null. Whoever waits for long is called for
 * more seldom.
 */
export function usePolling(call: () => void, everyMs: number | null): void {
  const latest = useLatest(call);
  useEffect(() => {
    if (everyMs === null) return undefined;
    let [calls, timer]: [number, ReturnType<typeof setTimeout> | undefined] = [0, undefined];
    const wait = () => {
      timer = setTimeout(
        () => {
          if (document.visibilityState === 'visible') {
            calls += 1;
            latest.current();
          }
          wait();
        },
        calls < patience ? everyMs : everyMs * slower,
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, [everyMs, latest]);
}
