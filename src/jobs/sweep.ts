import type { Portion } from '../db/run/some-of-each.ts';
import type { PulseLog } from '../pulses.ts';

/** The organisations looked up at once, and what is taken up of each in one turn. */
const portion = { organisations: 100, ofEach: 1000 } as const;

/** Organisations whose items are done side by side: fewer than a pool has connections. */
const sideBySide = 8;

/** How a job that goes over the organisations is run, whatever it does. */
export type SweepJobOptions = {
  readonly log: Pick<PulseLog, 'error'>;
  /** How long one organisation may take of a turn. */
  readonly turnMs?: number;
};

export type SweepJob = {
  /** Does all there is to do once; answers of how many items something came. */
  run(isStopping?: () => boolean): Promise<number>;
};

export type SweepOptions<Item extends { readonly orgId: string }> = {
  /** What is due, that of one organisation in a row. */
  readonly find: (portion: Portion) => Promise<readonly Item[]>;
  /** Answers whether something came of it. One that fails is told, and left to the next turn. */
  readonly act: (item: Item) => Promise<boolean>;
  /** After so long one organisation leaves the rest of its items to the next turn: nobody waits for one whose writes wait. */
  readonly turnMs: number;
  readonly log: Pick<PulseLog, 'error'>;
  /** What is logged where one fails. */
  readonly failing: string;
  readonly isStopping: () => boolean;
};

/** Goes once over the organisations for which something is due, and answers of how many items something came. */
export async function sweep<Item extends { readonly orgId: string }>(options: SweepOptions<Item>): Promise<number> {
  const { find, act, turnMs, log, failing, isStopping } = options;
  let done = 0;

  async function actOn(item: Item): Promise<void> {
    try {
      if (await act(item)) done += 1;
    } catch (error) {
      log.error({ err: error, ...item }, failing);
    }
  }

  async function takeTurn(items: readonly Item[]): Promise<void> {
    const end = performance.now() + turnMs;
    for (const item of items) {
      if (isStopping()) return;
      await actOn(item);
      if (performance.now() > end) return;
    }
  }

  for (let behind: string | null = null; ;) {
    const found = await find({ behind, ...portion });
    const turns = Map.groupBy(found, ({ orgId }) => orgId);
    await eachOf(turns.values(), takeTurn);
    if (turns.size < portion.organisations || isStopping()) return done;
    behind = found.at(-1)?.orgId ?? null;
  }
}

/** Does the work of each, some of them at a time. */
async function eachOf<Turn>(turns: Iterator<Turn>, work: (turn: Turn) => Promise<void>): Promise<void> {
  async function goOn(): Promise<void> {
    for (let next = turns.next(); !next.done; next = turns.next()) await work(next.value);
  }
  await Promise.all(Array.from({ length: sideBySide }, goOn));
}
