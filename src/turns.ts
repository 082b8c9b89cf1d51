import { DomainError, unavailable } from './errors.ts';

/**
 * Runs work in turn: so much at once of what goes by one name, the rest in the order in which it came.
 * @throws UNAVAILABLE where its turn does not come in time; LIMITED where the signal ends the wait
 */
export type Turns = <Result>(
  who: string,
  work: () => PromiseLike<Result> | Result,
  signal?: AbortSignal,
) => Promise<Result>;

type Queue = { running: number; readonly waiting: Set<() => void> };

const late = () => unavailable('Others are waiting before this request. Try again in a moment.', 2);
const left = () => new DomainError('LIMITED', 'The caller left before its turn came.');

export function createTurns(atOnce: number, waitMs?: number): Turns {
  const queues = new Map<string, Queue>();

  async function enter(queue: Queue, signal: AbortSignal | undefined): Promise<void> {
    if (queue.running < atOnce) return void (queue.running += 1);
    const turn = Promise.withResolvers<void>();
    const giveUp = (reason: () => Error) => () => {
      if (queue.waiting.delete(turn.resolve)) turn.reject(reason());
    };
    const leave = giveUp(left);
    queue.waiting.add(turn.resolve);
    signal?.addEventListener('abort', leave);
    const timer = waitMs === undefined ? undefined : setTimeout(giveUp(late), waitMs);
    await turn.promise.finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', leave);
    });
  }

  /** The place goes straight to who waited longest. */
  function leave(who: string, queue: Queue): void {
    const [next] = queue.waiting;
    if (next) {
      queue.waiting.delete(next);
      return next();
    }
    queue.running -= 1;
    if (queue.running === 0) queues.delete(who);
  }

  return async (who, work, signal) => {
    const queue = queues.get(who) ?? { running: 0, waiting: new Set() };
    if (signal?.aborted) throw left();
    queues.set(who, queue);
    await enter(queue, signal);
    try {
      return await work();
    } finally {
      leave(who, queue);
    }
  };
}
