import type { EventType } from '../events/catalogue.ts';
import type { Rehearsed } from '../db/write/rehearse.ts';
import type { Tx } from '../db/write/write.ts';
import type { DomainContext } from './context.ts';

/** What a change would do that was only tried. */
export type Plan = {
  readonly count: number;
  readonly events: readonly { readonly type: EventType; readonly count: number }[];
};

/** With the plan where nothing was done; null where it was. */
export type Planned<T> = T & { readonly plan: Plan | null };

/** Makes a change, or with `dryRun` runs the same one to its end, undoes it and tells what it would have done. */
export async function doOrPlan<T extends object>(
  context: Pick<DomainContext, 'write' | 'rehearse'>,
  dryRun: boolean,
  countOf: (rehearsed: Rehearsed<T>) => number,
  change: (tx: Tx) => Promise<T>,
): Promise<Planned<T>> {
  if (!dryRun) return { ...(await context.write(change)), plan: null };
  const rehearsed = await context.rehearse(change);
  const byType = Map.groupBy(rehearsed.events, (type) => type);
  const events = [...byType].map(([type, { length: count }]) => ({ type, count }));
  return { ...rehearsed.result, plan: { count: countOf(rehearsed), events } };
}
