import type { GraphClient } from '../../test/support/graph-client.ts';
import type { ScaleCase } from './scale-case.ts';

const list = `query ($orderBy: LeadOrder, $filter: LeadFilter, $first: Int, $after: String, $last: Int) {
  leads(orderBy: $orderBy, filter: $filter, first: $first, after: $after, last: $last) {
    nodes { id name score updatedAt } pageInfo { endCursor hasNextPage }
  }
}`;
type Asker = 'whole' | 'locked';

const asked = (name: string, document: string, variables: object, by: Asker): ScaleCase => ({
  name,
  prepare: async (clients) => () => clients[by].ask(document, variables),
});
const listed = (name: string, variables: object, by: Asker = 'whole') =>
  asked(name, list, { first: 50, ...variables }, by);

/** A place amid the list: that of the score or time that half the leads are above. */
const deep = (name: string, orderBy: object, filter: object): ScaleCase => ({
  name,
  async prepare({ whole }) {
    type Page = { leads: { pageInfo: { endCursor: string } } };
    const { leads } = await whole.ask<Page>(list, { orderBy, filter, first: 50 });
    return () => whole.ask(list, { orderBy, first: 50, after: leads.pageInfo.endCursor });
  },
});

const by = (field: string, direction = 'DESC') => ({ orderBy: { field, direction } });
const counts = 'query ($by: LeadGroup!, $filter: LeadFilter) { leadCounts(by: $by, filter: $filter) { key count } }';
const counted = (name: string, group: string, filter: object | null = null, asker: Asker = 'whole') =>
  asked(name, counts, { by: group, filter }, asker);

const firstIds = async (graph: GraphClient) => {
  type Page = { leads: { nodes: { id: string }[] } };
  return (await graph.ask<Page>('{ leads(first: 200) { nodes { id } } }')).leads.nodes.map(({ id }) => id);
};

/** A change of the 200 newest leads; every time with other variables, where it says so. */
const changed = (name: string, document: string, variables: (round: number) => object = () => ({})): ScaleCase => ({
  name,
  async prepare({ whole }) {
    const ids = await firstIds(whole);
    let round = 0;
    return () => whole.ask(document, { ids, ...variables((round += 1)) });
  },
  mutates: true,
});

export const boardCases: readonly ScaleCase[] = [
  listed('newest first', {}),
  listed('oldest first', by('CREATED_AT', 'ASC')),
  ...['UPDATED_AT', 'SCORE', 'NAME', 'LAST_TOUCHED_AT'].flatMap((field) => [
    listed(`${field} DESC, first page`, by(field)),
    listed(`${field} ASC, last page`, { ...by(field, 'ASC'), first: undefined, last: 50 }),
    listed(`${field} DESC of a stage of a third`, { ...by(field), filter: { stage: 'contacted' } }),
    listed(`${field} DESC of a stage of one in 2,000`, { ...by(field), filter: { stage: 'won' } }),
    listed(`${field} DESC, locked key of one in 100`, by(field), 'locked'),
  ]),
  deep('SCORE DESC, from score 50 on', by('SCORE').orderBy, { score: { to: 50 } }),
  deep('UPDATED_AT DESC, from the midst on', by('UPDATED_AT').orderBy, { updated: { to: '2026-02-06T00:00:00Z' } }),
  listed('a range of scores, by score', { ...by('SCORE'), filter: { score: { from: 90, to: 95 } } }),
  listed('changed on one day, by change', {
    ...by('UPDATED_AT'),
    filter: { updated: { from: '2026-02-02T00:00:00Z', to: '2026-02-03T00:00:00Z' } },
  }),
  listed('one of three statuses, newest first', { filter: { statuses: ['NEW', 'REPLIED', 'SPAM'] } }),
  listed('one of two tags of one in 500, newest first', { filter: { tagsAny: ['region-7', 'region-8'] } }),
  listed('a word that all have, by score', { ...by('SCORE'), filter: { q: 'lovelace' } }),
  listed('a word that one in 5,000 has, by score', { ...by('SCORE'), filter: { q: 'fireplace' } }),
  listed('a word that one in 5,000 has, newest first', { filter: { q: 'fireplace' } }),
  listed('two letters, by name', { ...by('NAME', 'ASC'), filter: { q: 'zq' } }),
  counted('counts by stage', 'STAGE'),
  counted('counts by status', 'STATUS'),
  counted('counts by source', 'SOURCE'),
  counted('counts by tier', 'TIER'),
  counted('counts by status of a stage of a third', 'STATUS', { stage: 'contacted' }),
  counted('counts by stage, of one tag', 'STAGE', { tagsAny: ['region-7'] }),
  counted('counts by stage, locked key of one in 100', 'STAGE', null, 'locked'),
  changed(
    'updateLeads of 200',
    `mutation ($ids: [ID!]!) { updateLeads(ids: $ids, input: { stage: "qualified", tags: ["a"] }) { leads { id } } }`,
  ),
  changed(
    'updateLeads of 200, each changed',
    `mutation ($ids: [ID!]!, $score: Int) { updateLeads(ids: $ids, input: { score: $score }) { leads { id } } }`,
    (round) => ({ score: round }),
  ),
  changed('deleteLeads of 200', 'mutation ($ids: [ID!]!) { deleteLeads(ids: $ids) { leads { id } } }'),
];
