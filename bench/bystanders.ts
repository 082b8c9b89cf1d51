import { setTimeout as after } from 'node:timers/promises';
import { percentile } from './statistics.ts';

const clients = 20;

/** Ordinary clients, each reading a page of leads every tenth of a second: how long they wait. */
export async function measureBystanders(url: string, key: string, forMs: number): Promise<string> {
  const until = performance.now() + forMs;
  const durations: number[] = [];
  let failed = 0;
  async function client(): Promise<void> {
    while (performance.now() < until) {
      const start = performance.now();
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ leads(first: 20) { nodes { id name stage { key } } } }' }),
      });
      if (!(await answer.text()).startsWith('{"data"')) failed += 1;
      durations.push(performance.now() - start);
      await after(100);
    }
  }
  await Promise.all(Array.from({ length: clients }, client));
  const ms = (share: number) => percentile(durations, share).toFixed(0);
  return `${durations.length} reads, ${failed} failed, p50 ${ms(0.5)} ms, p99 ${ms(0.99)} ms, at most ${ms(1)} ms`;
}
