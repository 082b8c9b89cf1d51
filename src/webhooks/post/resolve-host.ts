import { lookup } from 'node:dns/promises';

/** All addresses a host name stands for. @throws when the name is not known. */
export type Resolver = (hostname: string) => Promise<readonly string[]>;

export type HostResolverOptions = {
  readonly lookUp?: Resolver;
  /** From when on a look-up counts as slow. */
  readonly slowAfterMs?: number;
};

const lookUpBySystem: Resolver = async (hostname) =>
  (await lookup(hostname, { all: true })).map(({ address }) => address);

/** Of as many names it is remembered that they are slow. */
const mostSlowNames = 10_000;

/**
 * Asks the system, which answers as everything else on this machine would have it, but has two look-ups under way at most and
 * gives none of them up: two posts to a host whose name server is silent would hold up all others for as long as it likes. So
 * a name is looked up once at a time for all who ask, and of the names that took long lately one at a time.
 */
export function createHostResolver({
  lookUp = lookUpBySystem,
  slowAfterMs = 1000,
}: HostResolverOptions = {}): Resolver {
  const underWay = new Map<string, Promise<readonly string[]>>();
  const slowNames = new Set<string>();
  let lastSlow: Promise<unknown> = Promise.resolve();

  function markSlow(hostname: string): void {
    if (slowNames.size >= mostSlowNames) slowNames.clear();
    slowNames.add(hostname);
  }

  async function look(hostname: string): Promise<readonly string[]> {
    const timer = setTimeout(() => markSlow(hostname), slowAfterMs);
    const startedAt = performance.now();
    try {
      return await lookUp(hostname);
    } finally {
      clearTimeout(timer);
      if (performance.now() - startedAt < slowAfterMs) slowNames.delete(hostname);
    }
  }

  function lookInTurn(hostname: string): Promise<readonly string[]> {
    const looking = lastSlow.then(() => look(hostname));
    lastSlow = looking.catch(() => undefined);
    return looking;
  }

  return (hostname) => {
    const known = underWay.get(hostname);
    if (known) return known;
    const looking = slowNames.has(hostname) ? lookInTurn(hostname) : look(hostname);
    underWay.set(hostname, looking);
    const forget = () => void underWay.delete(hostname);
    looking.then(forget, forget);
    return looking;
  };
}
