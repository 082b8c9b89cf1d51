import { createPulses, type PulseLog, type PulseOptions, type Pulses } from '../pulses.ts';
import { createJob, type Job, lateAfterTurns } from './repeat.ts';
import { sweep, type SweepOptions } from './sweep.ts';

/** How a job that goes over the organisations is run, whatever it does. */
export type SweepJobOptions = {
  readonly log: PulseLog;
  readonly pulses?: Pulses;
  readonly everyMs?: number;
  /** How long one organisation may take of a turn. */
  readonly turnMs?: number;
};

export type SweepJob = Job & {
  /** Does all there is to do once; answers of how many items something came. */
  run(isStopping?: () => boolean): Promise<number>;
};

type Swept<Item extends { readonly orgId: string }> = Pick<
  SweepOptions<Item>,
  'find' | 'act' | 'failing' | 'turnMs'
> & {
  readonly everyMs: number;
  readonly pulse: Pick<PulseOptions, 'name' | 'failing' | 'recovered'>;
};

/** Sweeps again and again. Any number of nodes may do so at once. */
export function createSweepJob<Item extends { readonly orgId: string }>(
  { log, pulses = createPulses(log) }: SweepJobOptions,
  { everyMs, pulse, ...swept }: Swept<Item>,
): SweepJob {
  const run = (isStopping = () => false): Promise<number> => sweep({ ...swept, log, isStopping });
  const watch = pulses.watch({ ...pulse, lateAfterMs: lateAfterTurns(everyMs), isReadyWithout: true });
  return { run, ...createJob({ everyMs, run, pulse: watch }) };
}
