/** Runs work of a kind in turn: the rest waits, in the order in which it came. */
export type Turns = <Result>(who: string, work: () => PromiseLike<Result> | Result) => Promise<Result>;

type Queue = { running: number; readonly waiting: (() => void)[] };

/** So many pieces of one caller’s work at once, however many operations they belong to. */
export function createTurns(atOnce: number): Turns {
  const queues = new Map<string, Queue>();

  function leave(who: string, queue: Queue): void {
    const next = queue.waiting.shift();
    if (next) return next();
    queue.running -= 1;
    if (queue.running === 0) queues.delete(who);
  }

  return async (who, work) => {
    const queue = queues.get(who) ?? { running: 0, waiting: [] };
    queues.set(who, queue);
    if (queue.running < atOnce) queue.running += 1;
    else await new Promise<void>((resolve) => queue.waiting.push(resolve));
    try {
      return await work();
    } finally {
      leave(who, queue);
    }
  };
}
