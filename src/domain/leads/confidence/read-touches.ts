import type { Run } from '../../../db/run/run.ts';
import { touchesOfLeads } from './read-touches.sql.ts';

/** How a lead was touched, as far as its confidence depends on it. */
export type Touches = {
  /** 0 to 100, of the latest quiz that has a score; null where none has. */
  readonly quizScore: number | null;
  readonly proposalViews: number;
  readonly videosWatched: number;
  readonly ctaClicks: number;
  readonly meetingsBooked: number;
};

export const noTouches: Touches = {
  quizScore: null,
  proposalViews: 0,
  videosWatched: 0,
  ctaClicks: 0,
  meetingsBooked: 0,
};

/** How these leads were touched, in one statement. */
export async function readTouches(
  { run }: { readonly run: Run },
  leadIds: readonly string[],
): Promise<(leadId: string) => Touches> {
  const rows = await run(touchesOfLeads, { leadIds });
  const byLead = new Map(rows.map(({ leadId, ...touches }) => [leadId, touches]));
  return (leadId) => byLead.get(leadId) ?? noTouches;
}
