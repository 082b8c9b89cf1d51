import { requireScope } from '../../access/actor.ts';
import type { LeadRow } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { type ConnectionReason, connectionReasons } from './lead-connections.sql.ts';
import { findSharing, isShared, tiesOf } from './lead-ties.ts';

export type LeadTie = { readonly lead: LeadRow; readonly reasons: readonly ConnectionReason[] };

/**
 * Other leads that share a company, a phone number or a profile with one, those that share most first, then the newest.
 * @throws NOT_FOUND where there is no such lead
 */
export async function leadConnections(context: DomainContext, id: string): Promise<LeadTie[]> {
  requireScope(context.actor, 'leads:read');
  const { ties, others } = await findSharing(context, id, connectionReasons);
  return others
    .map((lead) => {
      const theirs = tiesOf(lead, connectionReasons);
      // An index may have shown only one thing of several.
      const isReason = (reason: ConnectionReason) =>
        ties.some((tie) => tie.kind === reason && theirs.some((their) => isShared(tie, their)));
      return { lead, reasons: connectionReasons.filter(isReason) };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((one, another) => another.reasons.length - one.reasons.length);
}
