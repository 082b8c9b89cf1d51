import type { Pulse } from '../pulses.ts';

/** Rows to be written down later, the latest state of each under its key. */
export type BatchedUpserts<Row> = {
  /** The row that waits under a key, if any. */
  get(key: string): Row | undefined;
  /** Keeps a row until the next batch, in place of the one under the same key. */
  set(key: string, row: Row): void;
  /** Writes down what waits. */
  flush(): Promise<void>;
};

export type BatchOptions = { readonly pulse?: Pulse; readonly flushMs?: number | undefined };

/**
 * Gathers what requests leave behind and writes it down in batches, so that no request waits for it. A batch that fails is
 * lost: that is better than failing requests that were served.
 */
export function createBatchedUpserts<Row>(
  write: (rows: readonly Row[]) => Promise<unknown>,
  { pulse, flushMs = 10_000 }: BatchOptions = {},
): BatchedUpserts<Row> {
  const waiting = new Map<string, Row>();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.size === 0) return;
    // In the order of the key, so that two nodes take their row locks alike.
    const batch = [...waiting].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    waiting.clear();
    await write(batch).then(pulse?.succeeded, pulse?.failed ?? (() => undefined));
  }

  return {
    get: (key) => waiting.get(key),
    set(key, row) {
      waiting.set(key, row);
      timer ??= setTimeout(() => void flush(), flushMs).unref();
    },
    flush,
  };
}
