import { isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../schema/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { behindOrganisation } from '../support/behind-organisation.ts';
import { testEngine } from '../support/database.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

type Answer = {
  data: {
    createLead: { lead: { id: string; name: string } };
    createApiKey: { apiKey: { id: string }; secret: string };
    sendVisitorMessage: { conversation: { id: string }; message: { id: string } };
  };
  errors?: { locations?: unknown; extensions: { code: string; resourceId?: string } }[];
};

type Body = { query: string; variables?: object; operationName?: string };

async function send(key: string, body: Body | Body[]) {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${workspace.keys.graphql}`,
      'content-type': 'application/json',
      accept: 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify(body),
  });
  const json: Answer = await response.json();
  return { status: response.status, replayed: response.headers.get('idempotency-replayed'), ...json };
}

const query = 'mutation($input: CreateLeadInput!) { createLead(input: $input) { lead { id name } } }';
const createLead = (name: string): Body => ({ query, variables: { input: { name, source: 'once' } } });
const leadCount = async () =>
  (await workspace.graph.ask<{ leads: { totalCount: number } }>('{ leads(filter: { source: "once" }) { totalCount } }'))
    .leads.totalCount;

describe('Idempotency-Key on a mutation over HTTP', () => {
  it('changes things once, and answers the repetition as the first time', async () => {
    const before = await leadCount();
    const first = await send('k1', createLead('Ada'));
    const reordered = { variables: { input: { source: 'once', name: 'Ada' } }, query: query.replace(' {', '   {') };
    const again = await send('k1', reordered);
    expect(first.data.createLead.lead.name).toBe('Ada');
    expect([again.data, first.replayed, again.replayed]).toEqual([first.data, null, 'true']);
    expect(await leadCount()).toBe(before + 1);
  });

  it('changes things once for many at once', async () => {
    const before = await leadCount();
    const all = () => Promise.all(Array.from({ length: 3 }, async () => send('k2', createLead('Bob'))));
    const { pool } = app.database;
    const answers = testEngine === 'postgres' ? await behindOrganisation(pool, workspace.orgId, 3, all) : await all();
    const ids = answers.flatMap(({ data }) => data?.createLead?.lead.id ?? []);
    expect(new Set(ids).size).toBe(1);
    expect(await leadCount()).toBe(before + 1);
    const failed = answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions?.code));
    expect(failed.filter((code) => code !== 'CONFLICT')).toEqual([]);
  });

  it('is a CONFLICT with another operation, or other variables', async () => {
    await send('k3', createLead('Cy'));
    for (const other of [createLead('Di'), { ...createLead('Cy'), query: query.replace('id name', 'id') }]) {
      const { errors } = await send('k3', other);
      expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', field: 'Idempotency-Key' } }]);
    }
  });

  it('is refused with more than one root field, and with a batch', async () => {
    const two =
      'mutation { ...Both ... { c: createNote(input: {leadId: "ld_x", body: "x"}) { note { id } } } } fragment Both on Mutation { a: createLead(input: {name: "A", source: "once"}) { lead { id } } }';
    const before = await leadCount();
    const fields = await send('k4', { query: two });
    expect(fields.errors).toMatchObject([
      { message: expect.stringContaining('createLead, createNote'), extensions: { code: 'INVALID' } },
    ]);
    const batch = await send('k5', [createLead('A'), createLead('B')]);
    expect([batch.status, batch.errors?.[0]?.extensions.code]).toEqual([400, 'INVALID']);
    expect(await leadCount()).toBe(before);
  });

  it('must be 1 to 255 visible ASCII characters', async () => {
    const { status, errors } = await send('a b', createLead('E'));
    expect([status, errors?.[0]?.extensions]).toMatchObject([400, { code: 'INVALID', field: 'Idempotency-Key' }]);
  });

  it('keeps a refusal that stays, and asks again after one that may pass', async () => {
    const rename = { query: 'mutation { updateLead(id: "ld_x", input: {name: "A"}) { lead { id } } }' };
    const [gone, stillGone] = [await send('k6', rename), await send('k6', rename)];
    expect([gone.errors?.[0]?.extensions.code, stillGone.replayed]).toEqual(['NOT_FOUND', 'true']);
    expect(stillGone.errors).toEqual(gone.errors?.map(({ locations: _, ...error }) => error));
    const invalid = { query: 'mutation { createLead(input: {name: ""}) { lead { id } } }' };
    await send('k7', invalid);
    expect((await send('k7', createLead('F'))).data.createLead.lead.name).toBe('F');
  });

  it('never keeps a secret: the repetition is a CONFLICT with the id of what was made', async () => {
    const mint = `mutation { createApiKey(input: {name: "once", dialect: GRAPHQL, scopes: ["leads:read"]}) { apiKey { id } secret } }`;
    const first = await send('k8', { query: mint });
    const { apiKey, secret } = first.data.createApiKey;
    const again = await send('k8', { query: mint });
    expect(again.errors).toMatchObject([{ extensions: { code: 'CONFLICT', resourceId: apiKey.id } }]);
    const { rows } = await app.database.pool.query('select * from idempotency_keys');
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('is a CONFLICT with the id where the answer was lost', async () => {
    const say = {
      query: `mutation { sendVisitorMessage(widgetId: "${workspace.widgetId}", input: {message: "hello"}) { conversation { id } message { id } } }`,
    };
    const first = await send('k9', say);
    await app.database.pool.query(`update idempotency_keys set status = null, body = null where key = 'k9'`);
    const { errors } = await send('k9', say);
    const { conversation, message } = first.data.sendVisitorMessage;
    expect(errors?.[0]?.extensions.code).toBe('CONFLICT');
    expect([conversation.id, message.id]).toContain(errors?.[0]?.extensions.resourceId);
  });

  it('is not looked at on a query', async () => {
    const ask = { query: '{ leads { totalCount } }' };
    expect(await send('k10', ask)).toMatchObject({ replayed: null, data: { leads: {} } });
    expect((await send('k10', createLead('G'))).data.createLead.lead.name).toBe('G');
  });

  it('finds every secret that a mutation answers marked as one', () => {
    const secrets = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && type.name.endsWith('Payload'))
      .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []))
      .filter(
        ({ name, type }) =>
          /^(secret|key|apiKey|\w+Secret|\w*[tT]oken)$/.test(name) && String(type).startsWith('String'),
      );
    expect(secrets.length).toBeGreaterThan(5);
    expect(secrets.filter(({ extensions }) => !extensions['secret'])).toEqual([]);
  });
});
