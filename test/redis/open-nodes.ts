import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { createSecretBox } from '../../src/access/secret-box.ts';
import { createPulses, type PulseLog } from '../../src/pulses.ts';
import { type BetweenNodes, redisAt } from '../../src/redis/connect-redis.ts';

export type Told = { readonly level: 'error' | 'info'; readonly details: object; readonly message: string };

/** For facts about what is counted: a machine that does much else answers late. */
export const patientMs = 10_000;

/** As many nodes of an installation of its own as there are addresses, once all of them reach their server. */
export async function openNodes(urls: readonly string[], waitMs = patientMs) {
  const secretBox = createSecretBox(randomBytes(32));
  const told: Told[] = [];
  const log: PulseLog = {
    error: (details, message) => void told.push({ level: 'error', details, message }),
    info: (details, message) => void told.push({ level: 'info', details, message }),
  };
  const nodes = urls.map((url) => redisAt(url, waitMs)({ pulses: createPulses(log), secretBox }));
  await expect.poll(() => nodes.every(({ isUp }) => isUp)).toBe(true);
  return {
    nodes,
    told,
    [Symbol.dispose](): void {
      for (const node of nodes) node.close();
    },
  };
}

/** Once hints go from the one to the other: a listener is subscribed a little later than its node is up. */
export async function untilHeard(from: BetweenNodes, to: BetweenNodes): Promise<void> {
  let heard = false;
  const stop = to.bus.onHint(() => void (heard = true));
  const tried = (): boolean => {
    from.bus.hint('nobody', 1n);
    return heard;
  };
  await expect.poll(tried).toBe(true);
  stop();
}
