import type { ScaleCase, ScaleClients } from './scale-case.ts';

type Ids = { readonly nodes: { id: string }[] };
type Known = {
  readonly oldest: string;
  readonly endpoint: string;
  readonly key: string;
  readonly widget: string;
  readonly member: string;
  readonly amidEvent: string;
};

async function know({ whole }: ScaleClients): Promise<Known> {
  type Found = Record<'leads' | 'webhookEndpoints' | 'apiKeys' | 'events' | 'widgets' | 'members', Ids>;
  const found = await whole.ask<Found>(
    `{ leads(last: 1) { nodes { id } } webhookEndpoints(first: 1) { nodes { id } } apiKeys(last: 1) { nodes { id } }
       events(last: 1) { nodes { id } } widgets(first: 1) { nodes { id } } members(first: 1) { nodes { id } } }`,
  );
  const idOf = ({ nodes: [node] }: Ids) => node?.id ?? '';
  const last = Number.parseInt(idOf(found.events).slice('evt_'.length), 16);
  return {
    oldest: idOf(found.leads),
    endpoint: idOf(found.webhookEndpoints),
    key: idOf(found.apiKeys),
    widget: idOf(found.widgets),
    member: idOf(found.members) || 'mem_00000000000000000000000000',
    amidEvent: `evt_${Math.ceil(last / 2)
      .toString(16)
      .padStart(16, '0')}`,
  };
}

const asked = (
  name: string,
  document: string,
  variables: (known: Known) => object = () => ({}),
  by: 'whole' | 'locked' = 'whole',
): ScaleCase => ({
  name,
  async prepare(clients) {
    const given = variables(await know(clients));
    return () => clients[by].ask(document, given);
  },
});

const leads =
  'query ($filter: LeadFilter, $offset: Int) { leads(first: 50, filter: $filter, offset: $offset) { totalCount nodes { id name } } }';
const filters: readonly (readonly [string, object])[] = [
  ['all', {}],
  ['of a stage of a third', { stage: 'contacted' }],
  ['of a status of a quarter', { status: 'REPLIED' }],
  ['of three statuses', { statuses: ['NEW', 'REPLIED', 'SPAM'] }],
  ['of a tier of a third', { tier: 'HIGH' }],
  ['of a tier of nobody', { tier: 'MEDIUM' }],
  ['of a source of a quarter', { source: 'reddit' }],
  ['of a source of nobody', { source: 'nowhere' }],
  ['of a temperature of nobody', { temperature: 'HOT' }],
  ['of a target type of nobody', { targetType: 'nothing' }],
  ['of a tag of all', { tags: ['newsletter'] }],
  ['of a tag of one in 500', { tags: ['region-7'] }],
  ['of a tag of nobody', { tags: ['nobody'] }],
  ['of a tag of nobody and a stage', { tags: ['nobody'], stage: 'contacted' }],
  ['of an address', { email: 'ada.7@example.com' }],
  ['of an address of nobody', { email: 'nobody@example.com' }],
  ['with a word of all', { q: 'lovelace' }],
  ['with a word of one in 5,000', { q: 'fireplace' }],
  ['with a word of nobody', { q: 'zeppelin' }],
  ['deleted', { deletedOnly: true }],
];

const first = (list: string, args: string, variables = '') =>
  `query ${variables} { ${list}(first: 50${args}) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
const last = (list: string, args: string, variables = '') =>
  `query ${variables} { ${list}(last: 50${args}) { nodes { id } pageInfo { hasPreviousPage } } }`;
const total = (list: string, args = '', variables = '') =>
  `query ${variables} { ${list}(first: 50${args}) { totalCount nodes { id } } }`;

/** What hangs below a lead of a tenth of all notes and touchpoints. */
const below = (list: string) =>
  `query ($oldest: ID!) { lead(id: $oldest) { ${list}(first: 50) { totalCount nodes { id } } } }`;
const ofOldest = ({ oldest }: Known) => ({ oldest });

/** Lists of leads with their totals, and what tells of leads: tasks, notes, touchpoints, events, deliveries, audit, analytics. */
export const logCases: readonly ScaleCase[] = [
  ...filters.map(([name, filter]) => asked(`leads ${name}, with totalCount`, leads, () => ({ filter }))),
  ...filters
    .filter(([name]) => ['all', 'of a stage of a third', 'of a tag of one in 500'].includes(name))
    .map(([name, filter]) => asked(`leads ${name}, with totalCount, locked key`, leads, () => ({ filter }), 'locked')),
  asked('leads of a widget of nobody, with totalCount', leads, ({ widget }) => ({ filter: { widgetId: widget } })),
  asked('leads of a member of nobody, with totalCount', leads, ({ member }) => ({ filter: { assignedToId: member } })),
  asked('connections of a lead', 'query ($oldest: ID!) { leadConnections(id: $oldest) { lead { id } } }', ofOldest),
  asked('tasks', total('tasks')),
  asked('tasks, last page', last('tasks', '')),
  asked('tasks that are pending', total('tasks', ', filter: { status: PENDING }')),
  asked('tasks that failed', total('tasks', ', filter: { status: FAILED }')),
  asked('tasks of a type of none', total('tasks', ', filter: { type: FOLLOW_UP }')),
  asked('tasks, locked key', total('tasks'), undefined, 'locked'),
  asked('notes of a lead of many', below('notes'), ofOldest),
  asked('touchpoints of a lead of many', below('touchpoints'), ofOldest),
  asked('tasks of a lead', below('tasks'), ofOldest),
  asked('events', first('events', '')),
  asked('events, the last', last('events', '')),
  asked('events from the midst', first('events', ', after: $amidEvent', '($amidEvent: ID)'), ({ amidEvent }) => ({
    amidEvent,
  })),
  asked('events of a type of one in 1,000', first('events', ', types: [LEAD_HANDED_OFF]')),
  asked('events of a type of none', first('events', ', types: [CONVERSATION_CLOSED]')),
  asked('deliveries', first('webhookDeliveries', '')),
  asked(
    'deliveries of an endpoint',
    first('webhookDeliveries', ', endpointId: $endpoint', '($endpoint: ID)'),
    ({ endpoint }) => ({ endpoint }),
  ),
  asked('deliveries that are dead', first('webhookDeliveries', ', state: DEAD')),
  asked('deliveries that are pending', first('webhookDeliveries', ', state: PENDING')),
  asked('deliveries that fail', first('webhookDeliveries', ', failing: true')),
  asked(
    'deliveries of an event',
    first('webhookDeliveries', ', eventId: $amidEvent', '($amidEvent: ID)'),
    ({ amidEvent }) => ({ amidEvent }),
  ),
  asked('totalCount of deliveries', total('webhookDeliveries')),
  asked('audit', first('auditLog', '')),
  asked('audit, last page', last('auditLog', '')),
  asked('audit of a lead of a tenth', first('auditLog', ', subjectId: $oldest', '($oldest: ID)'), ofOldest),
  asked('audit of a key of a third', first('auditLog', ', apiKeyId: $key', '($key: ID)'), ({ key }) => ({ key })),
  asked('audit of a member of none', first('auditLog', ', memberId: "mem_00000000000000000000000000"')),
  asked('totalCount of the audit', total('auditLog')),
  asked(
    'analytics of 30 days',
    '{ analytics(days: 30) { totalLeads newLeads byStage { count } createdPerDay { count } touchpoints { count } stageMoves } }',
  ),
  asked('stalled leads', '{ stalledLeads { totalCount nodes { lead { id } } } }'),
  asked('stages with their leads', '{ stages { id leadCount } }'),
];
