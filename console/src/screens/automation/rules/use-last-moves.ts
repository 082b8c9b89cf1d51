import { useSession } from '../../../data/session.tsx';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { RuleMovesDocument } from '../generated/operations.ts';

export type LastMove = { readonly at: string; readonly leadId: string | null; readonly leadName: string | null };

/** The id of the rule that an event’s metadata names as what moved the lead. */
function ruleIdOf(metadata: unknown): string | null {
  if (typeof metadata !== 'object' || metadata === null || !('rule' in metadata)) return null;
  const { rule } = metadata;
  if (typeof rule !== 'object' || rule === null || !('id' in rule)) return null;
  return typeof rule.id === 'string' ? rule.id : null;
}

/** What each rule did last, as far as the last 200 moves of leads tell; null until that is known, or where the viewer may not know. */
export function useLastMoves(): ReadonlyMap<string, LastMove> | null {
  const { may } = useSession();
  const { data } = useLiveQuery(RuleMovesDocument, {
    variables: {},
    on: ['LEAD_STAGE_CHANGED'],
    pause: !may('events:read', 'leads:read'),
  });
  if (!data) return null;
  const last = new Map<string, LastMove>();
  // The newest stands last, so that it overwrites those before.
  for (const event of data.events.nodes) {
    if (event.kind !== 'LeadEvent') continue;
    const ruleId = ruleIdOf(event.metadata);
    const { lead } = event;
    if (ruleId !== null)
      last.set(ruleId, {
        at: event.createdAt,
        leadId: lead?.leadId ?? null,
        leadName: lead?.name ?? lead?.email ?? lead?.leadId ?? null,
      });
  }
  return last;
}
