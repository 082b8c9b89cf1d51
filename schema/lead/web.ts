import type { TieKind } from '../../src/domain/leads/lead-connections.sql.ts';
import { maxConnections } from '../../src/domain/leads/lead-ties.ts';
import { type LeadWeb, leadWeb, type WebEdge, type WebNode } from '../../src/domain/leads/lead-web.ts';
import { toGlobalId } from '../../src/ids.ts';
import { builder } from '../builder/builder.ts';
import { rowsComplexity } from '../builder/connection.ts';
import { rowIdOf } from '../builder/global-id.ts';
import { LeadRef } from '../builder/refs.ts';

const ties = {
  EMAIL_DOMAIN: { description: 'The domain of e-mail addresses, where it is not one that anybody can have.' },
  COMPANY: { description: 'The name of a company, in any case.' },
  PHONE: { description: 'A phone number, of seven digits or more, however it is written.' },
  LINKEDIN_URL: { description: 'The address of a LinkedIn profile, however it is written.' },
  REFERRER: { description: 'The page that leads came from: `referrer` of their `context`.' },
  CAMPAIGN: { description: 'The campaign that brought leads: `campaign` of their `context`, in any case.' },
} as const satisfies Record<TieKind, object>;

const NodeKindEnum = builder.enumType('LeadWebNodeKind', {
  description: 'What a node of a web of leads is.',
  values: { LEAD: { description: 'A lead.' }, ...ties },
});

const EdgeKindEnum = builder.enumType('LeadWebEdgeKind', {
  description: 'What a lead shares with others.',
  values: ties,
});

const idOfNode = (id: string, kind: WebNode['kind']): string => (kind === 'LEAD' ? toGlobalId('Lead', id) : id);

const WebNodeRef = builder.objectRef<WebNode>('LeadWebNode').implement({
  description: 'A lead, or something that several of them have.',
  fields: (t) => ({
    id: t.id({
      description: 'A lead’s own id; of anything else what it is called within this answer.',
      resolve: ({ id, kind }) => idOfNode(id, kind),
    }),
    kind: t.field({ type: NodeKindEnum, description: 'What it is.', resolve: ({ kind }) => kind }),
    value: t.exposeString('value', {
      nullable: true,
      description: 'What is shared, as the lead that was asked for writes it; null of a lead.',
    }),
    lead: t.field({
      type: LeadRef,
      nullable: true,
      description: 'The lead; null of anything else.',
      resolve: ({ lead }) => lead,
    }),
  }),
});

const WebEdgeRef = builder.objectRef<WebEdge>('LeadWebEdge').implement({
  description: 'That a lead has something that others have too.',
  fields: (t) => ({
    leadId: t.id({ description: 'The lead’s node.', resolve: ({ leadId }) => toGlobalId('Lead', leadId) }),
    nodeId: t.exposeID('nodeId', { description: 'The node of what is shared.' }),
    kind: t.field({ type: EdgeKindEnum, description: 'What is shared.', resolve: ({ kind }) => kind }),
  }),
});

const WebRef = builder.objectRef<LeadWeb>('LeadWeb').implement({
  description: 'What a lead shares with others, and with whom.',
  fields: (t) => ({
    nodes: t.field({
      type: [WebNodeRef],
      description:
        'The lead itself, then what is shared, then the other leads: those that share most first, then the newest.',
      complexity: rowsComplexity,
      resolve: ({ nodes }) => nodes,
    }),
    edges: t.field({
      type: [WebEdgeRef],
      description: 'Who has what: an edge for each lead and each thing that it shares.',
      complexity: rowsComplexity,
      resolve: ({ edges }) => edges,
    }),
    isCut: t.exposeBoolean('isCut', { description: 'Whether there may be more leads than are shown.' }),
  }),
});

builder.queryField('leadWeb', (t) =>
  t.field({
    type: WebRef,
    description: `What a lead shares with others, as nodes and edges: at most ${maxConnections} other leads. NOT_FOUND where the lead is not there. Needs \`leads:read\`.`,
    complexity: { field: 1, multiplier: maxConnections },
    args: { id: t.arg.id({ required: true, description: 'The lead’s id.' }) },
    resolve: (_, { id }, context) => leadWeb(context, rowIdOf('Lead', id)),
  }),
);
