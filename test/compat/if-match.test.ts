import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyDialect } from './every-dialect.ts';
import { bare, type Gateway, openGateway } from './gateway.ts';

let gateway: Gateway;
beforeAll(async () => void (gateway = await openGateway()));
afterAll(async () => gateway.close());

type Key = 'quincer' | 'ai93' | 'clawcrm';
type Write = {
  readonly name: string;
  readonly key: Key;
  readonly get: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
};

const etagOf = async (key: Key, path: string) =>
  (await gateway.call('GET', path, gateway.keys[key])).headers.get('etag') ?? '';
const write = async ({ key, method, path, body }: Write, ifMatch: string) =>
  gateway.call(method, path, gateway.keys[key], body, { 'if-match': ifMatch });

async function makeLead(): Promise<string> {
  const mutation = 'mutation { createLead(input: {name: "Ada", email: "ada@example.com"}) { lead { id } } }';
  return bare((await gateway.gql(gateway.keys.graphql, mutation)).createLead.lead.id);
}

async function makeConversation(): Promise<string> {
  const mutation = `mutation { sendVisitorMessage(widgetId: "wdg_${gateway.widgetId}", input: {message: "hi"}) { conversation { id } } }`;
  return bare((await gateway.gql(gateway.keys.graphql, mutation)).sendVisitorMessage.conversation.id);
}

const rename = async (lead: string) =>
  gateway.gql(gateway.keys.graphql, `mutation { updateLead(id: "ld_${lead}", input: {name: "Eve"}) { lead { id } } }`);

const say = async (id: string) =>
  gateway.gql(
    gateway.keys.graphql,
    `mutation { takeOverConversation(id: "cv_${id}") { conversation { id } } handBackConversation(id: "cv_${id}") { conversation { id } } }`,
  );

const quincerLead = { key: 'quincer', body: { score: 5 } } as const;
const leadWrites: ((id: string) => Write)[] = [
  (id) => ({
    ...quincerLead,
    name: 'POST of Quincer',
    method: 'POST',
    get: `/api/v1/leads/${id}`,
    path: `/api/v1/leads/${id}`,
  }),
  (id) => ({
    ...quincerLead,
    name: 'PATCH of Quincer',
    method: 'PATCH',
    get: `/api/v1/leads/${id}`,
    path: `/api/v1/leads/${id}`,
  }),
  (id) => ({
    name: 'handoff of AI93',
    key: 'ai93',
    get: `/api/v1/leads/ld_${id}`,
    method: 'POST',
    path: `/api/v1/leads/ld_${id}/handoff`,
    body: { destination: 'krew' },
  }),
  ...(['PUT', 'PATCH'] as const).flatMap((method) => {
    const body = { firstName: 'Ada', email: 'ada@example.com', phone: '+44 1', allowDuplicate: true };
    const of = (id: string) => ({ key: 'clawcrm', get: `/api/openclaw/leads/rp_${id}`, method }) as const;
    return [
      (id: string): Write => ({ ...of(id), name: `${method} of ClawCRM`, path: `/api/openclaw/leads/rp_${id}`, body }),
      (id: string): Write => ({
        ...of(id),
        name: `${method} of ClawCRM, named by its body`,
        path: '/api/openclaw/leads',
        body: { id: `rp_${id}`, ...body },
      }),
    ];
  }),
  (id) => ({
    name: 'DELETE of ClawCRM',
    key: 'clawcrm',
    get: `/api/openclaw/leads/rp_${id}`,
    method: 'DELETE',
    path: `/api/openclaw/leads/rp_${id}`,
  }),
  (id) => ({
    name: 'DELETE of ClawCRM, named by a parameter',
    key: 'clawcrm',
    get: `/api/openclaw/leads/rp_${id}`,
    method: 'DELETE',
    path: `/api/openclaw/leads?id=rp_${id}`,
  }),
];

describe.each(leadWrites.map((of) => ({ name: of('x').name, of })))('$name', ({ of }) => {
  it('goes through with the ETag that the GET gave, and is 412 with an old one', async () => {
    const id = await makeLead();
    const call = of(id);
    const old = await etagOf(call.key, call.get);
    await rename(id);
    const before = (await gateway.call('GET', call.get, gateway.keys[call.key])).text;
    expect((await write(call, old)).status).toBe(412);
    expect((await gateway.call('GET', call.get, gateway.keys[call.key])).text).toBe(before);
    expect((await write(call, await etagOf(call.key, call.get))).status).toBe(200);
  });
});

describe.each([
  { step: 'takeover', held: false, body: undefined, status: 200 },
  { step: 'reply', held: true, body: { message: 'hello' }, status: 201 },
  { step: 'handback', held: true, body: undefined, status: 200 },
])('$step of Quincer', ({ step, held, body, status }) => {
  it('goes through with the ETag that the GET gave, and is 412 with an old one', async () => {
    const id = await makeConversation();
    const get = `/api/v1/conversations/${id}`;
    const old = await etagOf('quincer', get);
    await say(id);
    if (held) await gateway.call('POST', `${get}/takeover`, gateway.keys.quincer);
    const call: Write = { name: step, key: 'quincer', get, method: 'POST', path: `${get}/${step}`, body };
    expect((await write(call, old)).status).toBe(412);
    expect((await write(call, await etagOf('quincer', get))).status).toBe(status);
  });
});

const listed = [
  { path: '/stages', make: { name: 'A' }, change: { name: 'B' }, again: { name: 'C' }, one: 'stage' },
  {
    path: '/fields',
    make: { name: 'a', label: 'A', fieldType: 'text' },
    change: { label: 'B' },
    again: { label: 'C' },
    one: 'field',
  },
  {
    path: '/automation/rules',
    make: { name: 'A', triggerEvent: 'meeting_booked', targetStage: 'contacted' },
    change: { name: 'B' },
    again: { name: 'C' },
    one: 'rule',
  },
  {
    path: '/stages/sync-sources',
    make: { name: 'A', type: 'form_webhook' },
    change: { name: 'B' },
    again: { name: 'C' },
    one: 'syncSource',
  },
];

describe.each(listed)('what only the list $path of ClawCRM shows', ({ path, make, change, again, one }) => {
  it('is changed and deleted with the ETag of the list, and not with an old one', async () => {
    const base = `/api/openclaw${path}`;
    const made = (await gateway.call('POST', base, gateway.keys.clawcrm, make)).json;
    const { id } = made[one];
    const put = (body: object): Write => ({ name: one, key: 'clawcrm', get: base, method: 'PUT', path: base, body });
    const old = await etagOf('clawcrm', base);
    expect((await write(put({ id, ...change }), old)).status).toBe(200);
    expect((await write(put({ id, ...again }), old)).status).toBe(412);
    const remove: Write = { name: one, key: 'clawcrm', get: base, method: 'DELETE', path: `${base}?id=${id}` };
    expect((await write(remove, old)).status).toBe(412);
    expect((await write(remove, await etagOf('clawcrm', base))).status).toBe(200);
  });
});

describe('If-Match', () => {
  const lead = async () => {
    const id = await makeLead();
    const path = `/api/v1/leads/${id}`;
    const call: Write = { name: '', key: 'quincer', get: path, method: 'PATCH', path, body: { score: 1 } };
    return { call, etag: await etagOf('quincer', path) };
  };

  it('is `*`, a list, or a tag that a compressing server marked', async () => {
    for (const shape of [
      () => '*',
      (tag: string) => `"other", ${tag}`,
      (tag: string) => tag.replace(/"$/, '-gzip"'),
      (tag: string) => tag.replace(/"$/, '-br"'),
    ]) {
      const { call, etag } = await lead();
      expect((await write(call, shape(etag))).status).toBe(200);
    }
  });

  it('never matches a weak tag, nor what is no tag', async () => {
    const { call, etag } = await lead();
    for (const tag of [`W/${etag}`, etag.replaceAll('"', ''), '""', '"other"', `${etag}x`]) {
      expect((await write(call, tag)).status).toBe(412);
    }
  });

  it('is refused in each dialect’s words', async () => {
    const id = await makeLead();
    const refused = async (key: Key, method: string, path: string, body: unknown) =>
      (await write({ name: '', key, get: '', method, path, body }, '"old"')).json;
    expect(await refused('quincer', 'PATCH', `/api/v1/leads/${id}`, {})).toMatchObject({ code: 'precondition_failed' });
    expect(await refused('ai93', 'POST', `/api/v1/leads/ld_${id}/handoff`, { destination: 'a' })).toMatchObject({
      error: 'precondition_failed',
    });
    expect(await refused('clawcrm', 'PATCH', `/api/openclaw/leads/rp_${id}`, {})).toMatchObject({
      error: { code: 'precondition_failed', hint: expect.stringContaining('Read the resource again') },
    });
  });

  it('lets one of many at once through', async () => {
    const { call, etag } = await lead();
    const answers = await Promise.all(
      Array.from({ length: 8 }, async (_, score) => write({ ...call, body: { score } }, etag)),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
  });

  it('is not asked again of a request that is repeated with its Idempotency-Key', async () => {
    const { call, etag } = await lead();
    const headers = { 'if-match': etag, 'idempotency-key': `once-${call.path}` };
    const send = async () => gateway.call('POST', call.path, gateway.keys.quincer, call.body, headers);
    const [first, again] = [await send(), await send()];
    expect([first.status, again.status, again.text]).toEqual([200, 200, first.text]);
  });

  it('stands behind other refusals: 400 and 404 stay what they are', async () => {
    const { call } = await lead();
    expect((await write({ ...call, body: { score: 'x' } }, '"old"')).status).toBe(400);
    expect((await write({ ...call, path: '/api/v1/leads/01jqz5v8m3k9wfp2c7hx0dtbne' }, '"old"')).status).toBe(404);
  });

  it('is met by no tag where no GET shows what is written', async () => {
    const id = await makeLead();
    const note = { leadId: `rp_${id}`, content: 'x' };
    const call: Write = { name: '', key: 'clawcrm', get: '', method: 'POST', path: '/api/openclaw/notes', body: note };
    expect([(await write(call, '"any"')).status, (await write(call, '*')).status]).toEqual([412, 201]);
  });

  it('is documented on every write of one resource', () => {
    // Only lists that need a parameter show these, and nothing shows the connection.
    const unshown = [
      'DELETE /integrations/calendly',
      'PUT /notes',
      'DELETE /notes',
      'PATCH /feedback/:id',
      'POST /campaigns/:id/enroll',
    ];
    const without = everyDialect.flatMap(({ routes }) =>
      routes
        .filter(({ kind, method, path }) => kind === 'write' && (method !== 'post' || path.includes(':id')))
        .filter(({ resource }) => resource === null)
        .map(({ method, path }) => `${method.toUpperCase()} ${path}`),
    );
    expect(without.toSorted()).toEqual(unshown.toSorted());
  });
});
