import type { BenchCase } from './cases.ts';
import type { BenchRequest, LoadGenerator, LoadResult } from './load.ts';
import { median, percentile } from './statistics.ts';

export type Plan = {
  readonly clients: number;
  readonly rounds: number;
  readonly roundMs: number;
  readonly warmUpMs: number;
  readonly requestsPerRound: number;
};

export type Side = {
  /** The median of the rounds. */
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of the servers' thread, for each request: it tells little of how busy the machine was otherwise. */
  readonly cpuMs: number;
};

type Round = LoadResult & { readonly cpuMs: number };

export type Measured = {
  readonly name: string;
  readonly ours: Side;
  readonly peer: Side;
  /** Ours to the peer's: the median of the rounds' ratios, and the least and the greatest of them. */
  readonly ratio: number;
  readonly ratios: readonly [least: number, greatest: number];
};

/** Both sides take turns, so that whatever else the machine does meets both; who goes first changes with each round. */
export async function measure(load: LoadGenerator, { name, ours, peer }: BenchCase, plan: Plan): Promise<Measured> {
  const run = async (requests: readonly BenchRequest[], forMs: number): Promise<Round> => {
    const before = process.threadCpuUsage();
    const result = await load.run({ requests, clients: plan.clients, forMs, atMost: plan.requestsPerRound });
    const { user, system } = process.threadCpuUsage(before);
    return { ...result, cpuMs: (user + system) / 1000 };
  };
  await run(ours, plan.warmUpMs);
  await run(peer, plan.warmUpMs);

  const own: Round[] = [];
  const other: Round[] = [];
  for (let round = 0; round < plan.rounds; round += 1) {
    const turns = [
      async () => own.push(await run(ours, plan.roundMs)),
      async () => other.push(await run(peer, plan.roundMs)),
    ];
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn();
  }
  const ratios = own.map((result, round) => rateOf(result) / rateOf(other[round]!));
  const bounds = [Math.min(...ratios), Math.max(...ratios)] as const;
  return { name, ours: toSide(own), peer: toSide(other), ratio: median(ratios), ratios: bounds };
}

const rateOf = ({ durationsMs, tookMs }: LoadResult): number => (durationsMs.length / tookMs) * 1000;

function toSide(rounds: readonly Round[]): Side {
  const durations = rounds.flatMap(({ durationsMs }) => durationsMs);
  return {
    perSecond: median(rounds.map(rateOf)),
    p50Ms: percentile(durations, 0.5),
    p99Ms: percentile(durations, 0.99),
    cpuMs: median(rounds.map(({ cpuMs, durationsMs }) => cpuMs / durationsMs.length)),
  };
}
