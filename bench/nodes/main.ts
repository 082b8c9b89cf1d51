import { startRedis } from '../../test/support/redis.ts';
import { percentile } from '../statistics.ts';
import { type Pair, startPair } from './pair.ts';
import { leadsAWrite, measureRound, type Round, sockets } from './round.ts';

const rounds = 3;

/** Prints how long an event takes from its commit to its frame: on the same node, and on another without Redis and with it. */
export async function benchNodes(databaseUrl: string | null, rates: readonly number[]): Promise<void> {
  if (databaseUrl === null) {
    console.log('\nSkipped two nodes: name a PostgreSQL server with DATABASE_URL.');
    return;
  }
  const redis = await startRedis();
  const pairs: Pair[] = [];
  try {
    pairs.push(await startPair(databaseUrl), await startPair(databaseUrl, redis.url));
    const [plain, hinted] = [pairs[0]!, pairs[1]!];
    const ways = {
      'on the same node': [plain, plain.nodes[0]],
      'without Redis': [plain, plain.nodes[1]],
      'with Redis': [hinted, hinted.nodes[1]],
    } as const;
    for (const perSecond of rates) {
      console.log(
        `\nFrom a commit to one of ${sockets} sockets, ${perSecond} events/s asked for in writes of ${leadsAWrite}:`,
      );
      const found = new Map<string, Round[]>();
      for (let round = 0; round < rounds; round += 1) {
        for (const [name, [pair, telling]] of Object.entries(ways)) {
          found.set(name, [...(found.get(name) ?? []), await measureRound(pair, telling, perSecond)]);
        }
      }
      for (const [name, measured] of found) console.log(describe(name, measured));
    }
  } finally {
    for (const pair of pairs) await pair.stop();
    await redis.stop();
  }
}

function describe(name: string, measured: readonly Round[]): string {
  const times = measured.flatMap((round) => round.times);
  const sum = (of: (round: Round) => number) => measured.reduce((total, round) => total + of(round), 0);
  const [p50, p99, most] = [0.5, 0.99, 1].map((share) => percentile(times, share).toFixed(1));
  const made = Math.round((times.length * 1000) / sum(({ tookMs }) => tookMs));
  const [writing, telling] = [sum(({ writingCpu }) => writingCpu), sum(({ tellingCpu }) => tellingCpu)].map((seconds) =>
    ((seconds * 1000) / times.length).toFixed(2),
  );
  return (
    `${name.padEnd(16)} ${made} made: p50 ${p50}, p99 ${p99}, at most ${most} ms; ` +
    `processor for each event: ${writing} ms where it was written, ${telling} where it was told`
  );
}
