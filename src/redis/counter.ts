import { z } from 'zod';
import type { Taken } from '../access/fixed-windows.ts';
import { limits } from '../limits.ts';
import type { Link } from './link.ts';

/** A unit of what is counted under a key, where it has one left. */
export type Ask = { readonly key: string; readonly limit: number; readonly windowMs: number };

export type Counter = {
  /** Takes a unit of each in turn, up to the first that has none left; null where the server does not answer in time. */
  take(asks: readonly Ask[]): Promise<readonly [Taken, ...Taken[]] | null>;
  giveBack(key: string): void;
};

// Three arguments a key: its window, its limit, and whether it is asked only where the one before it had a unit left. For each
// it answers whether one was taken (-1: not asked), how many are, and for how long yet.
const takeScript = `
local told = {}
local taken = true
for i, key in ipairs(KEYS) do
  local windowMs, limit, follows = tonumber(ARGV[3 * i - 2]), tonumber(ARGV[3 * i - 1]), ARGV[3 * i] == '1'
  if follows and not taken then
    told[#told + 1] = -1
    told[#told + 1] = 0
    told[#told + 1] = 0
  else
    local used = tonumber(redis.call('get', key) or '0')
    taken = used < limit
    if taken then used = redis.call('incr', key) end
    local leftMs = redis.call('pttl', key)
    if leftMs < 0 then
      leftMs = windowMs
      if used > 0 then redis.call('pexpire', key, windowMs) end
    end
    told[#told + 1] = taken and 1 or 0
    told[#told + 1] = used
    told[#told + 1] = leftMs
  end
end
return told`;

const giveBackScript = `
local used = tonumber(redis.call('get', KEYS[1]) or '0')
if used > 1 then redis.call('decr', KEYS[1]) elseif used == 1 then redis.call('del', KEYS[1]) end
return 0`;

const numbers = z.array(z.int());

type Group = { readonly asks: readonly Ask[]; readonly answer: (told: readonly [Taken, ...Taken[]] | null) => void };

/** Keys asked for at once, while which a server does nothing else: some 0.3 ms. */
const batchKeys = 500;

/**
 * Asks one thing at a time for all that wait meanwhile, so that a busy node costs the server, and itself, a question for many.
 * Nobody waits longer than for two answers that are just in time.
 */
export function createCounter(link: Link, waitMs: number): Counter {
  let waiting: Group[] = [];
  let asking = false;

  async function askAll(): Promise<void> {
    asking = true;
    // What else is asked in this turn of the event loop goes along.
    await Promise.resolve();
    while (waiting.length > 0) {
      const batch = nextBatch();
      const told = link.isUp ? await inGoodTime(ask(batch), waitMs) : null;
      if (told === null) giveUp(batch);
      else for (const [at, { answer }] of batch.entries()) answer(told[at] ?? null);
    }
    asking = false;
  }

  function nextBatch(): readonly Group[] {
    let keys = 0;
    const end = waiting.findIndex(({ asks }) => (keys += asks.length) > batchKeys);
    const batch = end < 0 ? waiting : waiting.slice(0, Math.max(1, end));
    waiting = waiting.slice(batch.length);
    return batch;
  }

  /** Those who wait behind are not made to wait for the same silence. */
  function giveUp(batch: readonly Group[]): void {
    link.doubt();
    const all = [...batch, ...waiting];
    waiting = [];
    for (const { answer } of all) answer(null);
  }

  async function ask(batch: readonly Group[]) {
    const asks = batch.flatMap(({ asks }) => asks.map((one, at) => ({ ...one, follows: at > 0 ? 1 : 0 })));
    const args = asks.flatMap(({ windowMs, limit, follows }) => [windowMs, limit, follows]);
    const keys = asks.map(({ key }) => key);
    return toTold(batch, numbers.parse(await link.run(takeScript, keys, args)));
  }

  return {
    take(asks) {
      if (!link.isUp || waiting.length >= limits.redisWaiting) return Promise.resolve(null);
      return new Promise((resolve) => {
        waiting.push({ asks, answer: resolve });
        if (!asking) void askAll();
      });
    },
    giveBack(key) {
      if (link.isUp) link.run(giveBackScript, [key], []).catch(() => undefined);
    },
  };
}

function toTold(batch: readonly Group[], answer: readonly number[]) {
  let at = 0;
  return batch.map(({ asks }) => {
    const told = asks.map(({ limit }, index): Taken | null => {
      const [taken = -1, used = 0, leftMs = 0] = answer.slice(3 * (at + index), 3 * (at + index) + 3);
      return taken < 0 ? null : { taken: taken === 1, left: Math.max(0, limit - used), leftMs };
    });
    at += asks.length;
    const [first = null, ...others] = told;
    return first && ([first, ...others.filter((one) => one !== null)] as const);
  });
}

/** Null where it fails or takes too long. What arrived while this thread was busy is read before the time is called over. */
async function inGoodTime<Result>(work: Promise<Result>, waitMs: number): Promise<Result | null> {
  const { promise: over, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => setImmediate(() => resolve(null)), waitMs);
  try {
    return await Promise.race([work.catch(() => null), over]);
  } finally {
    clearTimeout(timer);
  }
}
