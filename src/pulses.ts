import { limits } from './limits.ts';

export type PulseLog = {
  error(details: object, message: string): void;
  info(details: object, message: string): void;
};

export type PulseOptions = {
  /** A verb and its object, such as `claim deliveries`. */
  readonly name: string;
  /** What it means that this fails; told once, not again before it has succeeded. */
  readonly failing: string;
  readonly recovered: string;
  /** After so long without a success it is late, which is told as a failure; null where it never is. */
  readonly lateAfterMs?: number | null;
  /** Whether the node is ready though this is late: what else it does does not need it. */
  readonly isReadyWithout?: boolean;
};

/** What something that is done again and again says of itself. */
export type Pulse = {
  /** From now on it should succeed. */
  begin(): void;
  succeeded(): void;
  failed(error: unknown): void;
  /** It has nothing to do. */
  rest(): void;
};

export type Pulses = {
  watch(options: PulseOptions): Pulse;
  /** When each last succeeded that has begun. */
  lastSuccesses(): Readonly<Record<string, Date | null>>;
  /** What the node is not ready without, and has not succeeded for too long though it should have. */
  readonly late: readonly string[];
};

type Watched = { readonly pulse: Pulse; readonly state: { begun: boolean; last: Date | null; late: boolean } };

function createPulse(options: Required<PulseOptions>, log: PulseLog): Watched {
  const { name, failing, recovered, lateAfterMs, isReadyWithout } = options;
  const state: Watched['state'] = { begun: false, last: null, late: false };
  let isFailing = false;
  let timer: NodeJS.Timeout | undefined;

  function failed(error: unknown): void {
    if (!isFailing) log.error({ err: error, task: name, lastSuccess: state.last }, failing);
    isFailing = true;
  }

  function rest(): void {
    state.late = false;
    clearTimeout(timer);
    timer = undefined;
  }

  function expectSuccess(): void {
    state.late = false;
    if (lateAfterMs === null) return;
    const late = () => {
      state.late = !isReadyWithout;
      failed(new Error(`It has not succeeded for ${lateAfterMs / 1000} s.`));
    };
    timer = timer ? timer.refresh() : setTimeout(late, lateAfterMs).unref();
  }

  const pulse: Pulse = {
    begin() {
      state.begun = true;
      expectSuccess();
    },
    succeeded() {
      state.last = new Date();
      if (isFailing) log.info({ task: name }, recovered);
      isFailing = false;
      if (timer) expectSuccess();
    },
    failed,
    rest,
  };
  return { pulse, state };
}

/**
 * How everything fares that is done in the background: a loop that hangs is neither seen by its callers nor by a question to
 * the database. Each change is told to the log once.
 */
export function createPulses(log: PulseLog, lateAfterMs: number = limits.backgroundLateMs): Pulses {
  const watched = new Map<string, Watched['state']>();
  return {
    watch(options) {
      const { pulse, state } = createPulse({ lateAfterMs, isReadyWithout: false, ...options }, log);
      watched.set(options.name, state);
      return pulse;
    },
    lastSuccesses: () =>
      Object.fromEntries([...watched].filter(([, { begun }]) => begun).map(([name, { last }]) => [name, last])),
    get late() {
      return [...watched].filter(([, { late }]) => late).map(([name]) => name);
    },
  };
}
