import { useEffect, useState } from 'react';
import { page } from '../../page.ts';

const keyInPage = /data-key="(cw_live_[\w-]+)"/;

/**
 * The public key of the widget that was made at first start, as the installation's demo page shows it to everybody; null where there
 * is no such page. No field of the graph tells of it, since it is the installation's and not a workspace's.
 */
export function useDemoKey(): string | null {
  const [key, setKey] = useState<string | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    void (async () => {
      try {
        const answer = await fetch(`${page.base}/demo`, { signal: leaving.signal, credentials: 'omit' });
        if (answer.ok) setKey(keyInPage.exec(await answer.text())?.[1] ?? null);
      } catch {
        // Without the demo page there is one link less.
      }
    })();
    return () => leaving.abort();
  }, []);
  return key;
}
