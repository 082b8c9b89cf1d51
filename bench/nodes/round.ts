import { setTimeout as after } from 'node:timers/promises';
import type { Product } from '../../test/failure/product.ts';
import { overWebSocket } from '../../test/live/product-client.ts';
import { openListeners } from '../fan-out/listeners.ts';
import { processorSeconds } from '../visitors/processor-time.ts';
import type { Pair } from './pair.ts';

export const leadsAWrite = 5;
export const sockets = 100;
const roundMs = 5000;
const settleMs = 500;

const query = 'subscription { leadEvents { id lead { id name score stage { id name } } } }';
const mutation =
  'mutation ($ids: [ID!]!, $score: Int!) { updateLeads(ids: $ids, input: { score: $score }) { leads { id } } }';

export type Round = {
  /** Milliseconds from the commit of each event to its frame. */
  readonly times: readonly number[];
  readonly tookMs: number;
  /** Seconds of processor of the node that wrote, and of the one that told. */
  readonly writingCpu: number;
  readonly tellingCpu: number;
};

/** Sockets follow the telling node while leads are written on the first. */
export async function measureRound(pair: Pair, telling: Product, eventsPerSecond: number): Promise<Round> {
  const [writing] = pair.nodes;
  const others = await openListeners(Number(new URL(telling.url).port), sockets - 1, [
    JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${pair.key}` } }),
    JSON.stringify({ id: 'a', type: 'subscribe', payload: { query } }),
  ]);
  const told = new Map<string, number>();
  const leaving = new AbortController();
  const listening = listen(telling, pair.key, told, leaving.signal);
  await after(settleMs);
  const startedAt = performance.now();
  const [writingBefore, tellingBefore] = [await processorSeconds(writing.pid), await processorSeconds(telling.pid)];
  await write(pair, eventsPerSecond / leadsAWrite);
  const tookMs = performance.now() - startedAt;
  await after(settleMs);
  const writingCpu = (await processorSeconds(writing.pid)) - writingBefore;
  const tellingCpu = (await processorSeconds(telling.pid)) - tellingBefore;
  leaving.abort();
  await listening;
  await others.close();
  const times = [...told].flatMap(([id, at]) => {
    const since = pair.committed.get(id);
    return since === undefined ? [] : [Math.max(0, at - since)];
  });
  return { times, tookMs, writingCpu, tellingCpu };
}

async function listen(node: Product, key: string, told: Map<string, number>, signal: AbortSignal): Promise<void> {
  try {
    for await (const { data } of overWebSocket(node, key, { query }, signal)) {
      const event = data?.['leadEvents'];
      if (event) told.set(event.id, performance.now());
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** As many writes a second as asked for, or as many as are answered. */
async function write(pair: Pair, perSecond: number): Promise<void> {
  const { graph, leadIds } = pair;
  const startedAt = performance.now();
  const underWay = new Set<Promise<unknown>>();
  for (let sent = 0; performance.now() < startedAt + roundMs; sent += 1) {
    await after(Math.max(0, startedAt + (sent * 1000) / perSecond - performance.now()));
    while (underWay.size >= 4) await Promise.race(underWay);
    pair.turn += 1;
    const variables = { ids: nextOf(leadIds, pair.turn), score: pair.turn % 100 };
    const answered = graph.ask(mutation, variables).finally(() => underWay.delete(answered));
    underWay.add(answered);
  }
  await Promise.all(underWay);
}

const nextOf = (ids: readonly string[], turn: number): string[] =>
  Array.from({ length: leadsAWrite }, (_, index) => ids[(turn * leadsAWrite + index) % ids.length] ?? '');
