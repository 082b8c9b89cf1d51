import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bare, type Gateway, idsOf, type Json, openGateway } from '../gateway.ts';

let gateway: Gateway;
let widgetId: string;
let memberId: string;
const ids: string[] = [];

const createLead = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }';

beforeAll(async () => {
  gateway = await openGateway();
  widgetId = gateway.widgetId;
  const connected: Json = await gateway.gql(gateway.keys.graphql, 'mutation { connectOpenClaw { member { id } } }');
  memberId = bare(connected.connectOpenClaw.member.id);
  const inputs = [
    {
      name: 'Ada Lovelace',
      email: 'ada@example.com',
      stage: 'qualified',
      temperature: 'HOT',
      score: 80,
      tags: ['vip'],
    },
    { name: 'Bob', widgetId: `wdg_${widgetId}`, temperature: 'COLD' },
    {
      name: 'Cyd',
      assignedToId: `mem_${memberId}`,
      bant: { budget: '5k', need: 'speed' },
      company: 'Acme',
      jobTitle: 'CTO',
    },
  ];
  for (const input of inputs) {
    const { createLead: made } = await gateway.gql(gateway.keys.graphql, createLead, { input });
    ids.unshift(bare(made.lead.id));
  }
});
afterAll(async () => gateway.close());

const list = async (search = '') => gateway.call('GET', `/api/v1/leads${search}`, gateway.keys.quincer);
const listed = async (search: string) => idsOf((await list(search)).json.data).map((id) => ids.indexOf(id));

describe('200', () => {
  it('answers the documented envelope, newest first', async () => {
    const { json } = await list('?limit=2');
    expect(Object.keys(json)).toEqual(['object', 'data', 'has_more', 'url', 'leads', 'total', 'limit', 'offset']);
    expect(json).toMatchObject({ object: 'list', has_more: true, url: '/api/v1/leads', total: 3, limit: 2, offset: 0 });
    expect(json.leads).toEqual(json.data);
    expect(idsOf(json.data)).toEqual(ids.slice(0, 2));
  });

  it('shows every field of a lead', async () => {
    const { json } = await list();
    expect(json.data[0]).toEqual({
      object: 'lead',
      id: ids[0],
      widget_id: null,
      conversation_id: null,
      stage: 'new',
      temperature: null,
      score: null,
      tags: [],
      name: 'Cyd',
      email: null,
      phone: null,
      company: 'Acme',
      job_title: 'CTO',
      assigned_to: memberId,
      bant: { budget: '5k', authority: null, need: 'speed', timeline: null },
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      updated_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
  });

  it('pages by cursor to the end, and by the legacy offset', async () => {
    expect(await listed(`?limit=2&starting_after=${ids[1]}`)).toEqual([2]);
    expect((await list(`?limit=2&starting_after=${ids[1]}`)).json).toMatchObject({
      has_more: false,
      total: 3,
      offset: 0,
    });
    expect(await listed('?limit=1&offset=1')).toEqual([1]);
    expect((await list('?offset=1')).json).toMatchObject({ offset: 1, total: 3, limit: 50 });
    expect(await listed('?offset=2000000000')).toEqual([]);
  });

  it('clamps a limit over 200 and reports the one in force', async () => {
    expect((await list('?limit=5000')).json.limit).toBe(200);
  });

  it.each([
    ['stage=qualified', [2]],
    ['stage=Qualified', [2]],
    ['stage=nowhere', []],
    ['temperature=cold', [1]],
    ['temperature=warm', []],
    ['updated_since=2000-01-01', [0, 1, 2]],
    ['updated_since=2100-01-01T00:00:00Z', []],
    ['updated_since=4102444800', []],
  ])('filters by %s', async (search, expected) => {
    expect(await listed(`?${search}`)).toEqual(expected);
    expect((await list(`?${search}`)).json.total).toBe(expected.length);
  });

  it('filters by widget and assignee, in either spelling', async () => {
    expect(await listed(`?widget_id=${widgetId}`)).toEqual([1]);
    expect(await listed(`?assigned_to=${memberId}`)).toEqual([0]);
    const canonical = await list(`?widget_id=${widgetId}&updated_since=2000-01-01`);
    const legacy = await list(`?widgetId=${widgetId}&updatedSince=2000-01-01`);
    expect(legacy.text).toBe(canonical.text);
    expect(legacy.headers.get('link')).toBe(
      `</api/v1/leads?widget_id=${widgetId}&updated_since=2000-01-01>; rel="successor-version"`,
    );
    expect((await list(`?assignedTo=${memberId}`)).headers.get('deprecation')).toMatch(/^@\d+$/);
  });

  it('is inclusive of the instant itself', async () => {
    const { json } = await list();
    expect(await listed(`?updated_since=${json.data[0].updated_at}`)).toContain(0);
  });
});

describe('400', () => {
  it.each([
    ['limit=0', 'Invalid limit: must be at least 1.'],
    ['limit=ten', 'Invalid limit: must be a whole number.'],
    ['offset=-1', 'Invalid offset: must be a whole number.'],
    ['offset=2147483648', 'Invalid offset: is too large.'],
    ['offset=1&starting_after=01jqz5v8m3k9wfp2c7hx0dtbne', 'Give either starting_after or offset, not both.'],
    ['starting_after=01jqz5v8m3k9wfp2c7hx0dtbne', 'The cursor is not known here.'],
    ['starting_after=ld_01jqz5v8m3k9wfp2c7hx0dtbne', 'Invalid starting_after: is not an id of this API.'],
    ['temperature=icy', 'Invalid temperature: invalid option: expected one of "hot"|"warm"|"cold".'],
    ['updated_since=yesterday', 'Invalid updated_since: must be an ISO 8601 date or time, or epoch seconds.'],
    [
      'page=2',
      'Unknown parameter "page". Accepted: limit, starting_after, offset, widget_id, stage, temperature, assigned_to, updated_since.',
    ],
  ])('refuses %s', async (search, error) => {
    expect(await list(`?${search}`)).toMatchObject({ status: 400, json: { error, code: 'invalid_request' } });
  });
});
