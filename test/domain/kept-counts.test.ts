import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LeadStatus, LeadTier, TaskStatus, TaskType, Temperature } from '../../src/db/generated/prisma/enums.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createChance } from '../support/chance.ts';
import type { GraphClient } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
let businesses: string[];
let widgets: string[];

beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  type Made = Record<string, Record<string, { id: string }>>;
  const make = async (document: string, variables: object = {}) =>
    Object.values(Object.values(await workspace.graph.ask<Made>(document, variables))[0] ?? {})[0]?.id ?? '';
  businesses = [
    await make('mutation { createBusiness(input: { name: "North" }) { business { id } } }'),
    await make('mutation { createBusiness(input: { name: "South" }) { business { id } } }'),
  ];
  widgets = [
    workspace.widgetId,
    await make('mutation ($b: ID!) { createWidget(input: { name: "North", businessId: $b }) { widget { id } } }', {
      b: businesses[0],
    }),
  ];
});
afterAll(() => app.close());

/** What is counted of each row, told by SQL of its own. */
const countedSql = `
  with each as (
    select l.*, b.id as of from leads l, lateral (values (''), (l.business_id)) b (id) where l.org_id = $1 and l.deleted_at is null and b.id is not null
  )
  select of, 'LEADS' as kind, concat_ws(' ', stage_id, status, coalesce(tier::text, 'NONE'), coalesce(temperature::text, 'NONE')) as key, count(*)::int as count from each group by 1, 3
  union all select of, 'LEAD_SOURCES', source, count(*)::int from each group by 1, 3
  union all select of, 'LEAD_DAYS', (created_at at time zone 'UTC')::date::text, count(*)::int from each group by 1, 3
  union all select of, 'LEAD_SCORES', confidence_score::text, count(*)::int from each where confidence_score is not null group by 1, 3
  union all select of, 'LEAD_ENRICHMENTS', enrichment_status::text, count(*)::int from each where enrichment_status is not null group by 1, 3
  union all select b.id, 'CONVERSATIONS', status::text, count(*)::int
    from conversations c, lateral (values (''), (c.business_id)) b (id) where c.org_id = $1 and b.id is not null group by 1, 3
  union all select b.id, 'TASKS', concat_ws(' ', status, type), count(*)::int
    from tasks c, lateral (values (''), (c.business_id)) b (id) where c.org_id = $1 and b.id is not null group by 1, 3`;
const keptSql = `select business_id as of, kind, key, count from kept_counts where org_id = $1 and count <> 0`;

async function expectCounted() {
  const sorted = async (sql: string) => {
    const { rows } = await app.database.pool.query(`select * from (${sql}) c order by of, kind, key`, [
      workspace.orgId,
    ]);
    return rows;
  };
  const counted = await sorted(countedSql);
  expect(await sorted(keptSql)).toEqual(counted);
  return counted;
}

const chance = createChance(12);
const statuses = Object.values(LeadStatus);
const tiers = [...Object.values(LeadTier), null];
const keys = ['new', 'contacted', 'qualified'];
const sources = ['manual', 'reddit', 'a fair', 'chat'];

const lead = () => ({
  firstName: chance.pick(['Ada', 'Bob', 'Eve']),
  email: `${chance.below(30)}@example.com`,
  stage: chance.pick([...keys, 'won']),
  status: chance.pick(statuses),
  tier: chance.pick(tiers),
  temperature: chance.pick([...Object.values(Temperature), null]),
});

type Ids = { leads: string[]; deleted: string[]; conversations: string[]; tasks: string[]; stages: string[] };
async function known(): Promise<Ids> {
  type Found = Record<Exclude<keyof Ids, 'stages'>, { nodes: { id: string }[] }> & {
    stages: { id: string; key: string }[];
  };
  const found = await workspace.graph.ask<Found>(`{
    leads(first: 200) { nodes { id } } deleted: leads(first: 200, filter: { deletedOnly: true }) { nodes { id } }
    conversations(first: 200) { nodes { id } } tasks(first: 200) { nodes { id } } stages { id key }
  }`);
  const idsOf = (key: Exclude<keyof Ids, 'stages'>) => found[key].nodes.map(({ id }) => id);
  const spare = found.stages.filter(({ key }) => !keys.includes(key)).map(({ id }) => id);
  return {
    leads: idsOf('leads'),
    deleted: idsOf('deleted'),
    conversations: idsOf('conversations'),
    tasks: idsOf('tasks'),
    stages: spare,
  };
}

/** One change alone, so that none is counted only beside another. */
const oneOf = (input: object) => Object.fromEntries([chance.pick(Object.entries(input))]);

const some = (ids: readonly string[]) =>
  ids.length === 0 ? [] : [chance.pick(ids), chance.pick(ids), chance.pick(ids)];
const one = (ids: readonly string[]) => (ids.length === 0 ? 'ld_none' : chance.pick(ids));

/** Every verb that makes, changes, moves, takes away or brings back leads or conversations. */
const verbs: Record<string, (ids: Ids) => [string, object]> = {
  create: () => [
    'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }',
    {
      input: {
        ...lead(),
        source: chance.pick(sources),
        businessId: chance.pick([...businesses, null]),
        allowDuplicate: chance.below(2) === 0,
      },
    },
  ],
  update: ({ leads }) => [
    'mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { lead { id } } }',
    { id: one(leads), input: oneOf(lead()) },
  ],
  replace: ({ leads }) => [
    'mutation ($id: ID!, $input: ReplaceLeadInput!) { replaceLead(id: $id, input: $input) { lead { id } } }',
    { id: one(leads), input: { ...lead(), temperature: undefined } },
  ],
  updateMany: ({ leads }) => [
    'mutation ($ids: [ID!]!, $input: UpdateLeadsInput!) { updateLeads(ids: $ids, input: $input) { leads { id } } }',
    { ids: [...new Set(some(leads))], input: { stage: chance.pick(keys), status: chance.pick(statuses) } },
  ],
  remove: ({ leads }) => ['mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id: one(leads) }],
  removeMany: ({ leads }) => [
    'mutation ($ids: [ID!]!) { deleteLeads(ids: $ids) { leads { id } } }',
    { ids: [...new Set(some(leads))] },
  ],
  restore: ({ deleted }) => ['mutation ($id: ID!) { restoreLead(id: $id) { lead { id } } }', { id: one(deleted) }],
  purge: ({ leads, deleted }) => [
    'mutation ($id: ID!) { purgeLead(id: $id) { lead { id } } }',
    { id: one([...leads, ...deleted]) },
  ],
  handOff: ({ leads }) => [
    'mutation ($id: ID!) { handOffLead(id: $id, destination: "crm") { lead { id } } }',
    { id: one(leads) },
  ],
  reply: ({ leads }) => ['mutation ($id: ID!) { recordLeadReply(id: $id) { lead { id } } }', { id: one(leads) }],
  score: ({ leads }) => ['mutation ($id: ID!) { scoreLead(id: $id) { lead { id } } }', { id: one(leads) }],
  scoreAll: () => ['mutation { scoreLeads { __typename } }', {}],
  enrich: ({ leads }) => [
    'mutation ($ids: [ID!]!) { enrichLeads(ids: $ids) { __typename } }',
    { ids: [...new Set(some(leads))] },
  ],
  touch: ({ leads }) => [
    'mutation ($input: RecordTouchpointInput!) { recordTouchpoint(input: $input) { __typename } }',
    { input: { leadId: one(leads), type: 'PROPOSAL_VIEWED' } },
  ],
  bounce: ({ leads }) => ['mutation ($id: ID!) { markEmailBounced(id: $id) { __typename } }', { id: one(leads) }],
  unsubscribe: ({ leads }) => ['mutation ($id: ID!) { unsubscribeLead(id: $id) { __typename } }', { id: one(leads) }],
  task: ({ leads }) => [
    'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }',
    { input: { leadId: one(leads), type: chance.pick(Object.values(TaskType)), title: 'Call' } },
  ],
  doTask: ({ tasks }) => [
    'mutation ($id: ID!, $input: UpdateTaskInput!) { updateTask(id: $id, input: $input) { task { id } } }',
    { id: one(tasks), input: { status: chance.pick(Object.values(TaskStatus)) } },
  ],
  reopenTask: ({ tasks }) => ['mutation ($id: ID!) { reopenTask(id: $id) { task { id } } }', { id: one(tasks) }],
  dropStage: ({ stages }) => [
    'mutation ($id: ID!) { deleteStage(id: $id, moveTo: "new") { __typename } }',
    { id: one(stages) },
  ],
  chat: ({ conversations }) => [
    'mutation ($w: ID!, $input: SendVisitorMessageInput!) { sendVisitorMessage(widgetId: $w, input: $input) { conversation { id } } }',
    {
      w: chance.pick(widgets),
      input: {
        message: `I am Ada, ada${chance.below(20)}@example.com`,
        conversationId: chance.below(2) ? null : chance.pick([...conversations, null]),
      },
    },
  ],
  takeOver: ({ conversations }) => [
    'mutation ($id: ID!) { takeOverConversation(id: $id) { conversation { id } } }',
    { id: one(conversations) },
  ],
  handBack: ({ conversations }) => [
    'mutation ($id: ID!) { handBackConversation(id: $id) { conversation { id } } }',
    { id: one(conversations) },
  ],
  close: ({ conversations }) => [
    'mutation ($id: ID!) { closeConversation(id: $id) { conversation { id } } }',
    { id: one(conversations) },
  ],
};

describe('what is kept of how many rows there are', () => {
  it('is count(*) after any sequence of writes at once, for each organisation and business', async () => {
    const done = new Map<string, number>();
    const often = ['create', 'create', 'create', 'chat', 'update', 'update', 'update', 'update', 'update', 'update'];
    const missing = () => Object.keys(verbs).filter((name) => !done.has(name));
    for (let round = 0; round < 25 || (missing().length > 0 && round < 100); round += 1) {
      const ids = await known();
      // Chance may have left some out, or what they need.
      const names = round < 25 ? [...Object.keys(verbs), ...often] : [...missing(), 'create', 'chat'];
      const chosen = Array.from({ length: 8 }, () => chance.pick(names));
      const answers = await Promise.all(
        chosen.map(async (name) => {
          const [document, variables] = verbs[name]?.(ids) ?? ['', {}];
          return [name, await workspace.graph.send(document, variables)] as const;
        }),
      );
      for (const [name, { errors }] of answers) if (errors.length === 0) done.set(name, (done.get(name) ?? 0) + 1);
      await expectCounted();
    }
    expect(missing()).toEqual([]);
  });

  it('is what lists, boards and stages tell, to a key of all and to one of a business', async () => {
    const clients: [GraphClient, string | null][] = [
      [workspace.graph, null],
      [
        await workspace.graphAs(['leads:read', 'conversations:read', 'analytics:read'], businesses[0]),
        businesses[0] ?? '',
      ],
    ];
    const filters = [
      {},
      { status: 'NEW' },
      { statuses: ['NEW', 'REPLIED'], stage: 'new' },
      { tier: 'HIGH' },
      { source: 'manual' },
      { listedSource: 'manual' },
      { businessId: businesses[0] },
      { businessId: businesses[1], stages: ['new', 'contacted'] },
      { source: 'chat', status: 'NEW' },
    ];
    for (const [client, of] of clients)
      for (const filter of filters) {
        type Told = Record<'byTime' | 'byName', { totalCount: number }> &
          Record<'stages' | 'sources', { count: number }[]>;
        const told = await client.ask<Told>(
          `query ($filter: LeadFilter) {
            byTime: leads(first: 1, filter: $filter) { totalCount } byName: leads(first: 1, filter: $filter, orderBy: { field: NAME, direction: ASC }) { totalCount }
            stages: leadCounts(by: STAGE, filter: $filter) { count } sources: leadCounts(by: SOURCE, filter: $filter) { count }
          }`,
          { filter },
        );
        const count = (
          await client.ask<{ leads: { nodes: unknown[] } }>(
            'query ($filter: LeadFilter) { leads(first: 200, filter: $filter) { nodes { id } } }',
            { filter },
          )
        ).leads.nodes.length;
        const sum = (counts: { count: number }[]) => counts.reduce((total, each) => total + each.count, 0);
        expect({
          of,
          filter,
          totals: [told.byTime.totalCount, told.byName.totalCount, sum(told.stages), sum(told.sources)],
        }).toEqual({ of, filter, totals: [count, count, count, count] });
      }
  });
});
