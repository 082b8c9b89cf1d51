import type { Run } from '../../../db/run/run.ts';
import { stalledPage } from './stalled-leads.sql.ts';
import { stalledPriorities, type StalledPolicy, type StalledPriority } from './stalled-policy.ts';

type Page = { readonly limit: number; readonly offset: number };

export type StalledRows = {
  readonly rows: readonly { readonly id: string; readonly priority: StalledPriority }[];
  readonly total: number;
};

/** Which leads are overdue for a contact, in one statement. */
export async function findStalledLeads(
  { run }: { readonly run: Run },
  { scoreFrom, overdueSince }: StalledPolicy,
  page: Page,
): Promise<StalledRows> {
  const [found] = await run(stalledPage, {
    highFrom: scoreFrom.HIGH,
    mediumFrom: scoreFrom.MEDIUM,
    highSince: overdueSince.HIGH,
    mediumSince: overdueSince.MEDIUM,
    lowSince: overdueSince.LOW,
    oldestSince: new Date(Math.min(...Object.values(overdueSince).map(Number))),
    ...page,
  });
  return {
    rows: (found?.page ?? []).map(([id, priority]) => ({
      id,
      priority: stalledPriorities[Number(priority) - 1] ?? 'LOW',
    })),
    total: found?.total ?? 0,
  };
}
