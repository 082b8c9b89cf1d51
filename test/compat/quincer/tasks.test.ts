import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bare, type Gateway, idsOf, openGateway } from '../gateway.ts';

let gateway: Gateway;
let leadId: string;
const ids: string[] = [];

beforeAll(async () => {
  gateway = await openGateway();
  const { createLead } = await gateway.gql(
    gateway.keys.graphql,
    'mutation { createLead(input: {name: "A"}) { lead { id } } }',
  );
  leadId = bare(createLead.lead.id);
  const make = 'mutation($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }';
  for (const input of [
    { type: 'CRM_SYNC', title: 'Sync', widgetId: `wdg_${gateway.widgetId}` },
    { type: 'FOLLOW_UP', title: 'Call', leadId: `ld_${leadId}`, dueAt: '2026-05-04T09:30:00Z' },
  ]) {
    const { createTask } = await gateway.gql(gateway.keys.graphql, make, { input });
    ids.unshift(bare(createTask.task.id));
  }
  const finish = `mutation($id: ID!) { updateTask(id: $id, input: {status: COMPLETED, result: {rows: 3}}) { task { id } } }`;
  await gateway.gql(gateway.keys.graphql, finish, { id: `tsk_${ids[1]}` });
});
afterAll(async () => gateway.close());

const get = async (path: string) => gateway.call('GET', `/api/v1${path}`, gateway.keys.quincer);

describe('200', () => {
  it('answers the agent task log', async () => {
    const { json } = await get('/tasks');
    expect(Object.keys(json)).toEqual(['object', 'data', 'has_more', 'url', 'tasks', 'total', 'limit', 'offset']);
    expect(json.tasks).toEqual(json.data);
    expect(json.data[0]).toEqual({
      object: 'task',
      id: ids[0],
      widget_id: null,
      lead_id: leadId,
      conversation_id: null,
      type: 'follow_up',
      status: 'pending',
      title: 'Call',
      due_at: '2026-05-04T09:30:00.000Z',
      created_at: expect.any(String),
      updated_at: expect.any(String),
      completed_at: null,
    });
  });

  it('answers one task with its execution and result', async () => {
    const { json } = await get(`/tasks/${ids[1]}`);
    expect(json).toMatchObject({ id: ids[1], status: 'completed', execution: null, result: { rows: 3 } });
    expect(json.completed_at).toEqual(expect.any(String));
  });

  it.each(['', '?limit=1', `?type=follow_up`])('answers /activities%s as /tasks, and says so', async (search) => {
    const [legacy, canonical] = [await get(`/activities${search}`), await get(`/tasks${search}`)];
    expect(legacy.text).toBe(canonical.text);
    expect(legacy.json.url).toBe('/api/v1/tasks');
    expect(legacy.headers.get('link')).toBe(`</api/v1/tasks${search}>; rel="successor-version"`);
  });

  it('answers /activities/:id as /tasks/:id', async () => {
    const [legacy, canonical] = [await get(`/activities/${ids[0]}`), await get(`/tasks/${ids[0]}`)];
    expect(legacy.text).toBe(canonical.text);
    expect(legacy.headers.get('link')).toBe(`</api/v1/tasks/${ids[0]}>; rel="successor-version"`);
    expect(legacy.headers.get('etag')).toBe(canonical.headers.get('etag'));
  });

  it('filters in either spelling', async () => {
    const found = async (search: string) =>
      idsOf((await get(`/tasks?${search}`)).json.data).map((id) => ids.indexOf(id));
    expect(await found('status=completed')).toEqual([1]);
    expect(await found('type=follow_up')).toEqual([0]);
    expect(await found(`lead_id=${leadId}`)).toEqual([0]);
    expect(await found(`leadId=${leadId}`)).toEqual([0]);
    expect(await found(`widgetId=${gateway.widgetId}`)).toEqual([1]);
    expect(await found(`widget_id=${gateway.widgetId}`)).toEqual([1]);
    expect(await found('updatedSince=2100-01-01')).toEqual([]);
    expect(await found('updated_since=2100-01-01')).toEqual([]);
    expect(await found('updated_since=2000-01-01')).toEqual([0, 1]);
    expect(await found(`starting_after=${ids[0]}`)).toEqual([1]);
  });
});

describe('400 and 404', () => {
  it.each(['status=done', 'type=call', 'lead_id=ld_1', 'stage=new', 'status=COMPLETED'])(
    'refuses %s',
    async (search) => {
      expect((await get(`/tasks?${search}`)).status).toBe(400);
    },
  );

  it('answers 404 for an unknown task and an unknown activity', async () => {
    for (const path of ['/tasks/1', '/activities/1', `/tasks/${leadId}`]) {
      expect(await get(path)).toMatchObject({ status: 404, json: { error: 'No such task.', code: 'not_found' } });
    }
  });
});
