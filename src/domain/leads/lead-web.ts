import { requireScope } from '../../access/actor.ts';
import type { LeadRow } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { type TieKind, tieKinds } from './lead-connections.sql.ts';
import { findSharing, isShared, maxConnections, tiesOf } from './lead-ties.ts';

/** A lead, or something that leads share. */
export type WebNode = {
  readonly id: string;
  readonly kind: 'LEAD' | TieKind;
  /** What is shared, as the lead that was asked for writes it; null of a lead. */
  readonly value: string | null;
  readonly lead: LeadRow | null;
};

/** That a lead has what is shared. */
export type WebEdge = { readonly leadId: string; readonly nodeId: string; readonly kind: TieKind };

export type LeadWeb = {
  readonly nodes: readonly WebNode[];
  readonly edges: readonly WebEdge[];
  /** Whether there may be more leads than are shown. */
  readonly isCut: boolean;
};

/**
 * What a lead shares with others and with whom, as nodes and edges: itself first, then what is shared, then the others, those that share
 * most first. Only what another lead shares is shown.
 * @throws NOT_FOUND where there is no such lead
 */
export async function leadWeb(context: DomainContext, id: string): Promise<LeadWeb> {
  requireScope(context.actor, 'leads:read');
  const { lead, ties, others } = await findSharing(context, id, tieKinds);
  const values = ties.map((tie, index) => ({ tie, node: toValue(`${tie.kind}:${index + 1}`, tie.kind, tie.written) }));
  const shared = others
    .map((other) => {
      const theirs = tiesOf(other, tieKinds);
      return { other, with: values.filter(({ tie }) => theirs.some((their) => isShared(tie, their))) };
    })
    .filter((one) => one.with.length > 0)
    .toSorted((one, another) => another.with.length - one.with.length);
  const used = values.filter((value) => shared.some((one) => one.with.includes(value)));
  const edge = ({ id: leadId }: LeadRow, { node, tie: { kind } }: (typeof values)[number]) => ({
    leadId,
    nodeId: node.id,
    kind,
  });
  return {
    nodes: [toLead(lead), ...used.map(({ node }) => node), ...shared.map(({ other }) => toLead(other))],
    edges: [
      ...used.map((value) => edge(lead, value)),
      ...shared.flatMap((one) => one.with.map((value) => edge(one.other, value))),
    ],
    isCut: others.length === maxConnections,
  };
}

const toLead = (lead: LeadRow): WebNode => ({ id: lead.id, kind: 'LEAD', value: null, lead });

const toValue = (id: string, kind: TieKind, value: string): WebNode => ({ id, kind, value, lead: null });
