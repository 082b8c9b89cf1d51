import { readFileSync } from 'node:fs';
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
export async function measure(load: LoadGenerator, benchCase: BenchCase, plan: Plan): Promise<Measured> {
  const { name, ours, peer, peerProcess } = benchCase;
  const run = async (requests: readonly BenchRequest[], forMs: number): Promise<Round> => {
    const pid = requests === peer ? peerProcess : undefined;
    const before = cpuMsOf(pid);
    const result = await load.run({ requests, clients: plan.clients, forMs, atMost: plan.requestsPerRound });
    return { ...result, cpuMs: cpuMsOf(pid) - before };
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

/** Of this thread, or of all threads of another process, which Linux counts in hundredths of a second. */
function cpuMsOf(pid?: number): number {
  if (pid === undefined) {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  }
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
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
