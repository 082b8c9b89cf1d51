import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WireLeadList } from '../../../compat/ai93/wire.ts';
import { idsOf } from '../gateway.ts';
import { type Ai93, type Lead, openAi93 } from './workspace.ts';

let api: Ai93;
/** Newest first. */
let leads: Lead[];

const hidden = { tags: ['needle-tag'], context: { word: 'needle-context' }, source: 'public_tool' };
const fields = {
  displayName: 'Needle-Name',
  handle: 'u/needle_handle',
  email: 'Needle@Email.example',
  phone: '+1 416 555 NEEDLE',
  notes: 'first line\nneedle 100% of \\o/',
};
let needleId: string;

/** So that no two filters always go together. */
const every = (nth: number, index: number) => index % nth === 0;

beforeAll(async () => {
  api = await openAi93();
  const made: Lead[] = [];
  for (let index = 0; index < 24; index += 1) {
    const tags = [...(every(2, index) ? ['vip'] : []), ...(every(3, index) ? ['toronto'] : []), 'a b'];
    const lead = await api.make({
      displayName: every(4, index) ? `Jané Doe ${index}` : `Lead ${index}`,
      notes: every(3, index) ? 'Ask for JANÉ' : null,
      source: every(2, index >> 1) ? 'reddit' : 'google_maps',
      targetType: every(2, index >> 2) ? 'partner_lead' : 'customer_lead',
      businessId: every(2, index >> 3) ? api.mine : null,
      tags,
    });
    made.unshift(lead);
  }
  const move = 'mutation ($id: ID!) { updateLead(id: $id, input: { status: CONTACTED }) { lead { id } } }';
  for (const [index, lead] of made.entries()) if (every(3, index + 1)) await api.graph(move, { id: lead.id });
  needleId = (await api.make({ ...fields, ...hidden })).id;
  leads = WireLeadList.parse((await api.get('/leads')).json).leads;
});
afterAll(async () => api.close());

type Filter = { readonly search: Record<string, string>; readonly holds: (lead: Lead) => boolean };

const any: Filter = { search: {}, holds: () => true };
const filter = (name: string, value: string, holds: Filter['holds']): Filter => ({ search: { [name]: value }, holds });
const tagged = (...tags: string[]) =>
  filter('tag', tags.join(), (lead) => tags.every((tag) => lead.tags.includes(tag)));
const has = (words: string) => (lead: Lead) =>
  [lead.displayName, lead.notes].some((text) => text?.toLowerCase().includes(words));

const choices = (): Filter[][] => [
  [any, filter('status', 'contacted', ({ status }) => status === 'contacted')],
  [any, filter('target_type', 'partner_lead', ({ targetType }) => targetType === 'partner_lead')],
  [any, filter('source', 'reddit', ({ source }) => source === 'reddit')],
  [any, filter('since', leads[15]!.createdAt, ({ createdAt }) => createdAt >= leads[15]!.createdAt)],
  [any, tagged('vip'), tagged('toronto', 'vip', 'a b')],
  [any, filter('q', 'jANÉ', has('jané'))],
];

const combined = (filters: readonly Filter[]): Filter => ({
  search: Object.assign({}, ...filters.map(({ search }) => search)) as Record<string, string>,
  holds: (lead) => filters.every(({ holds }) => holds(lead)),
});

const combinations = () =>
  choices()
    .reduce<Filter[][]>((all, choice) => all.flatMap((some) => choice.map((one) => [...some, one])), [[]])
    .map(combined);

describe.each(['/leads', '/leads.csv'])('GET %s', (path) => {
  const listed = async (search: Record<string, string>, key = api.key) => {
    const answer = await api.get(`${path}?${new URLSearchParams(search).toString()}`, key);
    expect(answer.status).toBe(200);
    if (path === '/leads') return idsOf(WireLeadList.parse(answer.json).leads);
    return [...answer.text.matchAll(/^ld_\w+/gm)].map(([id]) => id);
  };

  it('holds all filters that are given together, for a locked key too', async () => {
    const found = new Set<number>();
    for (const { search, holds } of combinations()) {
      const ids = idsOf(leads.filter(holds));
      found.add(ids.length);
      expect(await listed(search), JSON.stringify(search)).toEqual(ids);
      const own = idsOf(leads.filter((lead) => holds(lead) && lead.businessId === api.mine));
      expect(await listed(search, api.locked), JSON.stringify(search)).toEqual(own);
    }
    // Neither everything nor nothing: the filters divide the leads.
    expect(found.size).toBeGreaterThan(6);
  });

  it('counts the limit after the filters, and goes on behind a lead', async () => {
    const { search, holds } = combined([tagged('vip'), filter('q', 'ask', has('ask'))]);
    const ids = idsOf(leads.filter(holds));
    expect(ids.length).toBeGreaterThan(3);
    expect(await listed({ ...search, limit: '2' })).toEqual(ids.slice(0, 2));
    expect(await listed({ ...search, limit: '2', after: ids[1]! })).toEqual(ids.slice(2, 4));
  });
});

describe('q', () => {
  const finds = async (q: string) => {
    const { json } = await api.get(`/leads?q=${encodeURIComponent(q)}`);
    return idsOf(WireLeadList.parse(json).leads).includes(needleId);
  };

  it.each([
    ['the name', 'NEEDLE-name'],
    ['the handle', 'U/needle_h'],
    ['the e-mail address', 'needle@email'],
    ['the phone', '555 needle'],
    ['the notes', 'LINE\nneedle'],
    ['a per cent sign', 'needle 100% of'],
    ['an underscore', 'needle_handle'],
    ['a backslash', 'of \\o/'],
  ])('finds %s: %j', async (_, q) => {
    expect(await finds(q)).toBe(true);
  });

  it.each([
    ['tags', 'needle-tag'],
    ['context', 'needle-context'],
    ['source', 'public_tool'],
    ['two fields at once', 'name needle@email'],
    ['any character for an underscore', 'needle_name'],
    ['any text for a per cent sign', 'needle%of'],
    ['an escaped character for it', 'needle 100\\% of'],
  ])('does not look in %s: %j', async (_, q) => {
    expect(await finds(q)).toBe(false);
  });
});
