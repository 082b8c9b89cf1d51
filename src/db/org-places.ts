import { unavailable } from '../domain/errors.ts';

export type OrgPlaces = {
  /** Waits for a place, runs, and gives the place back. @throws UNAVAILABLE where none comes free in time */
  run<T>(orgId: string, work: () => Promise<T>): Promise<T>;
};

type Queue = { running: number; readonly waiting: Set<() => void> };

/**
 * So many things at once for each organisation, the others in the order they came. Writes of one organisation wait for each
 * other's row; without this they would hold every connection meanwhile, and with it everybody else.
 */
export function createOrgPlaces(places: number, maxWaitMs: number): OrgPlaces {
  const queues = new Map<string, Queue>();

  async function enter(queue: Queue): Promise<void> {
    if (queue.running < places) return void (queue.running += 1);
    const turn = Promise.withResolvers<void>();
    queue.waiting.add(turn.resolve);
    const late = setTimeout(() => {
      queue.waiting.delete(turn.resolve);
      turn.reject(unavailable('Other writes of this workspace are waiting. Try again in a moment.', 2));
    }, maxWaitMs);
    await turn.promise.finally(() => clearTimeout(late));
  }

  /** The place goes straight to who waited longest. */
  function leave(orgId: string, queue: Queue): void {
    const [next] = queue.waiting;
    if (next) {
      queue.waiting.delete(next);
      return next();
    }
    queue.running -= 1;
    if (queue.running === 0) queues.delete(orgId);
  }

  return {
    async run(orgId, work) {
      const queue = queues.get(orgId) ?? { running: 0, waiting: new Set() };
      queues.set(orgId, queue);
      await enter(queue);
      try {
        return await work();
      } finally {
        leave(orgId, queue);
      }
    },
  };
}
