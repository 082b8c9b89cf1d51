/**
 * How much more the process held at most while something ran, so many times over, than before, in MB. Run with --expose-gc
 * to begin on a clean heap.
 */
export async function peakOf(run: () => Promise<unknown>, rounds = 3): Promise<number> {
  globalThis.gc?.();
  const held = () => process.memoryUsage.rss() / 2 ** 20;
  const before = held();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, held())), 2);
  for (let round = 0; round < rounds; round += 1) await run();
  clearInterval(watch);
  return peak - before;
}
