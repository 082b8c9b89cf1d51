import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WireRunList, WireSourceList } from '../../../compat/ai93/wire.ts';
import { idsOf } from '../gateway.ts';
import { type Ai93, openAi93 } from './workspace.ts';

let api: Ai93;
beforeAll(async () => void (api = await openAi93()));
afterAll(async () => api.close());

const record = 'mutation ($input: RecordScraperRunInput!) { recordScraperRun(input: $input) { scraperRun { id } } }';
const report = async (input: object, { graph } = api): Promise<string> =>
  (await graph(record, { input })).recordScraperRun.scraperRun.id;

describe('GET /sources', () => {
  it('lists the six that are documented, and chats, with the kinds of lead they bring and what their leads may hold', async () => {
    const { status, json } = await api.get('/sources');
    const { sources } = WireSourceList.parse(json);
    expect([status, idsOf(sources)]).toEqual([
      200,
      ['reddit', 'realtor_ca', 'google_maps', 'public_tool', 'facebook_lead_ad', 'manual', 'chat'],
    ]);
    for (const source of sources) {
      expect(Object.keys(source)).toEqual(['id', 'name', 'targetTypes', 'enrichmentFields']);
      expect(source.targetTypes.length).toBeGreaterThan(0);
      for (const field of source.enrichmentFields) expect(Object.keys(field)).toEqual(['name', 'type', 'description']);
    }
  });

  it('is what the graph lists, and all but chats a lead can be made from', async () => {
    const { json } = await api.get('/sources');
    expect(
      (await api.graph('{ sources { id name targetTypes enrichmentFields { name type description } } }')).sources,
    ).toEqual(json.sources);
    for (const { id, targetTypes } of WireSourceList.parse(json).sources) {
      const { status, json } = await api.post('/leads', { ...api.required, source: id, targetType: targetTypes[0] });
      expect([id, status, json.lead?.source]).toEqual(id === 'chat' ? [id, 400, undefined] : [id, 201, id]);
    }
  });

  it('refuses a key without the scope, and parameters', async () => {
    const key = await api.keyOf({ scopes: ['leads:read'] });
    expect(await api.get('/sources', key)).toMatchObject({ status: 403, json: { error: 'missing_scope' } });
    expect(await api.get('/sources?limit=1')).toMatchObject({ status: 400, json: { error: 'invalid_request' } });
  });
});

describe('GET /scrapers/runs', () => {
  const ids: string[] = [];
  beforeAll(async () => {
    const at = (hour: number) => `2026-05-04T${hour}:00:00.000Z`;
    ids.unshift(
      await report({
        source: 'reddit',
        status: 'SUCCEEDED',
        startedAt: at(10),
        finishedAt: at(11),
        leadsFound: 40,
        leadsCreated: 7,
      }),
    );
    ids.unshift(
      await report({
        source: 'google_maps',
        status: 'FAILED',
        startedAt: at(12),
        finishedAt: at(13),
        error: 'Blocked',
      }),
    );
    ids.unshift(await report({ source: 'reddit', status: 'RUNNING', startedAt: at(14) }));
  });
  const runsOf = ({ json }: { json: unknown }) => WireRunList.parse(json).runs;
  const listed = async (search: string) =>
    idsOf(runsOf(await api.get(`/scrapers/runs${search}`))).map((id) => ids.indexOf(id));

  it('answers the runs that were reported, the latest first', async () => {
    const { status, json } = await api.get('/scrapers/runs');
    expect([status, json.count]).toEqual([200, 3]);
    expect(json.runs[2]).toEqual({
      id: ids[2],
      source: 'reddit',
      status: 'succeeded',
      startedAt: '2026-05-04T10:00:00.000Z',
      finishedAt: '2026-05-04T11:00:00.000Z',
      leadsFound: 40,
      leadsCreated: 7,
      error: null,
    });
    expect(json.runs[0]).toMatchObject({ status: 'running', finishedAt: null, leadsFound: 0 });
  });

  it.each([
    ['?source=reddit', [0, 2]],
    ['?status=failed', [1]],
    ['?since=2026-05-04T12:00:00Z', [0, 1]],
    ['?since=2026-05-05', []],
    ['?source=reddit&status=running&since=2026-05-04', [0]],
    ['?limit=1', [0]],
  ])('filters by %s', async (search, expected) => {
    expect(await listed(search)).toEqual(expected);
  });

  it('shows a key that is locked to a business the runs of the whole workspace, and another workspace none', async () => {
    expect(idsOf(runsOf(await api.get('/scrapers/runs', api.locked)))).toEqual(ids);
    const { json } = await api.call('POST', '/api/openclaw/signup', null, { email: 'elsewhere@example.com' });
    const make = 'mutation { createApiKey(input: { name: "K", dialect: AI93 }) { secret } }';
    const { createApiKey } = await api.gql(json.apiKey, make);
    expect(runsOf(await api.get('/scrapers/runs', createApiKey.secret))).toEqual([]);
  });

  it('leads on by Link', async () => {
    const { headers } = await api.get('/scrapers/runs?limit=2');
    const [, path] = /^<\/api\/v1([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '') ?? [];
    expect(idsOf(runsOf(await api.get(path ?? '')))).toEqual([ids[2]]);
  });

  it.each(['?limit=0', '?since=x', '?status=done', '?q=x', '?after=x'])('refuses %s', async (search) => {
    expect(await api.get(`/scrapers/runs${search}`)).toMatchObject({ status: 400, json: { error: 'invalid_request' } });
  });

  it('refuses a key without the scope', async () => {
    const key = await api.keyOf({ scopes: ['leads:read'] });
    expect(await api.get('/scrapers/runs', key)).toMatchObject({ status: 403, json: { error: 'missing_scope' } });
  });
});

describe('recordScraperRun', () => {
  let elsewhere: Ai93;
  beforeAll(async () => void (elsewhere = await openAi93()));
  afterAll(async () => elsewhere.close());

  it('tells more of a run that was reported as running', async () => {
    const id = await report({ source: 'reddit', status: 'RUNNING', leadsFound: 3 }, elsewhere);
    expect(await report({ id, source: 'reddit', status: 'SUCCEEDED', leadsCreated: 2 }, elsewhere)).toBe(id);
    const { node } = await elsewhere.graph(
      'query ($id: ID!) { node(id: $id) { ... on ScraperRun { status finishedAt leadsFound leadsCreated } } }',
      { id },
    );
    expect(node).toEqual({ status: 'SUCCEEDED', finishedAt: expect.any(String), leadsFound: 3, leadsCreated: 2 });
  });

  it('leaves an audit row', async () => {
    const id = await report({ source: 'manual', status: 'SUCCEEDED' }, elsewhere);
    const { auditLog } = await elsewhere.graph('query ($id: ID!) { auditLog(subjectId: $id) { nodes { action } } }', {
      id,
    });
    expect(auditLog.nodes).toEqual([{ action: 'scraper_run.recorded' }]);
  });

  it.each([
    [{ source: 'myspace', status: 'FAILED' }, 'source: must be one of reddit'],
    [{ source: 'reddit', status: 'FAILED', leadsFound: -1 }, 'leadsFound: must be 0 or more'],
    [{ source: 'reddit', status: 'FAILED', startedAt: '2100-01-01T00:00:00Z' }, 'finishedAt: must not be before'],
    [{ id: 'run_01jqz5v8m3k9wfp2c7hx0dtbne', source: 'reddit', status: 'FAILED' }, 'No such scraper run.'],
    [{ id: 'x', source: 'reddit', status: 'FAILED' }, 'No such scraper run.'],
  ])('refuses %j', async (input, message) => {
    await expect(report(input, elsewhere)).rejects.toThrow(message);
  });

  it('needs sources:write, which no AI93 key has', async () => {
    await expect(
      elsewhere.gql(elsewhere.key, record, { input: { source: 'reddit', status: 'FAILED' } }),
    ).rejects.toThrow('sources:write');
  });
});
