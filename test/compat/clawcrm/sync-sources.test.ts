import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bare } from '../gateway.ts';
import { type Clawcrm, errorWith, openClawcrm } from './workspace.ts';

let clawcrm: Clawcrm;
beforeAll(async () => void (clawcrm = await openClawcrm()));
afterAll(() => clawcrm.close());

const path = '/stages/sync-sources';
const unknown = 'src_01jqz5v8m3k9wfp2c7hx0dtbne';
const form = { name: 'Contact form', type: 'form_webhook' };

type Source = { id: string; name: string; updatedAt: string };
const made = async (more: object = {}): Promise<Source> =>
  (await clawcrm.post(path, { ...form, ...more })).json.syncSource;
const list = async (): Promise<Source[]> => (await clawcrm.get(path)).json.syncSources;

describe('200 and 201', () => {
  it('POST answers the source, with where to post and its secret, this once', async () => {
    const body = { ...form, targetStage: 'qualified', config: { url: 'https://example.com/form', fields: ['email'] } };
    const { status, json } = await clawcrm.post(path, body);
    expect([status, json]).toEqual([
      201,
      {
        success: true,
        id: expect.stringMatching(/^src_[0-9a-z]{26}$/),
        syncSource: {
          id: json.id,
          ...body,
          targetStage: 'Qualified',
          enabled: true,
          mapping: null,
          signed: false,
          leadsPerHour: 30,
          url: expect.stringMatching(/\/hooks\/in\/in_[0-9A-Za-z]{43}$/),
          secret: null,
          createdAt: expect.any(String),
          updatedAt: expect.any(String),
        },
        warnings: [expect.stringContaining('shown this once')],
        next_steps: [
          'POST { email, name, … } to syncSource.url, as a form or as JSON',
          `GET /api/openclaw/stages/sync-sources?id=${json.id} shows what was refused last`,
        ],
      },
    ]);
  });

  it.each(['gmail', 'api_sdr', 'form_webhook', 'generic_webhook'])('POST takes the type %s', async (type) => {
    expect(await made({ type })).toMatchObject({ type, targetStage: null, config: null });
  });

  it('POST tells an inbox apart, which is read once its mailbox is connected', async () => {
    const { json } = await clawcrm.post(path, { name: 'Inbox', type: 'gmail', targetStage: 'qualified' });
    expect(json).toMatchObject({
      syncSource: { url: null, secret: null },
      warnings: [expect.stringContaining('read once its mailbox is connected')],
      next_steps: [
        expect.stringContaining('connectMailbox'),
        expect.stringContaining('POST /api/openclaw/leads { firstName, email, stage: "Qualified" }'),
      ],
    });
  });

  it('POST makes one under one Idempotency-Key, whose secret is not told again', async () => {
    const before = await list();
    const send = () =>
      clawcrm.call('POST', path, { ...form, type: 'api_sdr' }, clawcrm.key, { 'idempotency-key': 'source' });
    expect((await send()).json.syncSource.secret).toMatch(/^whsec_/);
    const again = await send();
    expect([again.status, again.text.includes('whsec_')]).toEqual([409, false]);
    expect(await list()).toHaveLength(before.length + 1);
  });

  it('what is posted there makes a lead, and GET ?id= shows what was refused last', async () => {
    const mapping = { email: '/contact/email' };
    const { json } = await clawcrm.post(path, { name: 'Tool', type: 'generic_webhook', targetStage: 'won', mapping });
    const { id, url, secret } = json.syncSource;
    const email = `${crypto.randomUUID()}@example.org`;
    const send = (body: object) =>
      fetch(clawcrm.url + new URL(url).pathname, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
        body: JSON.stringify(body),
      });
    expect((await send({ contact: { email } })).status).toBe(202);
    expect((await send({ contact: {} })).status).toBe(422);
    const { leads } = (await clawcrm.get('/leads?limit=1')).json;
    expect(leads).toMatchObject([{ email, stage: 'Won' }]);
    const shown = await clawcrm.get(`${path}?id=${id}`);
    expect(shown.json).toMatchObject({
      total: 1,
      syncSources: [
        {
          id,
          mapping,
          signed: true,
          leadsPerHour: null,
          lastError: { reason: 'The body gives no e-mail address and no name.' },
        },
      ],
    });
    expect(shown.text).not.toMatch(/whsec_|hooks/);
    expect((await clawcrm.get(`${path}?id=${unknown}`)).status).toBe(404);
  });

  it('GET lists them newest first', async () => {
    const { id } = await made();
    const { status, json } = await clawcrm.get(path);
    expect([status, Object.keys(json)]).toEqual([200, ['success', 'syncSources', 'total', 'warnings', 'next_steps']]);
    expect([json.syncSources[0].id, json.total]).toEqual([id, json.syncSources.length]);
  });

  it('PUT changes what it names; null clears, and config is replaced as a whole', async () => {
    const { id, ...source } = await made({ targetStage: 'won', config: { a: 1, b: 2 } });
    const changed = await clawcrm.put(path, { id, config: { c: 3 }, targetStage: null });
    expect(changed.json.syncSource).toMatchObject({ id, name: source.name, config: { c: 3 }, targetStage: null });
    const off = await clawcrm.put(path, { id, enabled: false, config: null });
    expect(off.json).toMatchObject({
      syncSource: { enabled: false, config: null },
      warnings: ['This source is switched off.'],
      next_steps: [`PUT /api/openclaw/stages/sync-sources { id: '${id}', enabled: true } switches it on`],
    });
    const same = await clawcrm.put(path, { id, enabled: false });
    expect(same.json.syncSource).toEqual(off.json.syncSource);
    expect((await clawcrm.put(path, { id })).json.warnings).toEqual([
      'No field was given, so nothing was changed.',
      'This source is switched off.',
    ]);
  });

  it('DELETE removes it, once', async () => {
    const { id } = await made();
    expect((await clawcrm.remove(`${path}?id=${id}`)).json).toEqual({
      success: true,
      id,
      warnings: [],
      next_steps: [],
    });
    expect((await clawcrm.remove(`${path}?id=${id}`)).status).toBe(404);
  });

  it('is switched off with the stage it fed', async () => {
    const { json } = await clawcrm.post('/stages', { name: 'Short-lived' });
    const { id } = await made({ targetStage: json.id });
    const { warnings, next_steps: steps } = (await clawcrm.remove(`/stages?id=${json.id}`)).json;
    expect([warnings, steps]).toEqual([
      ['1 sync source fed it: off until another stage is named.'],
      ['PUT /api/openclaw/stages/sync-sources { id, targetStage, enabled: true } names another'],
    ]);
    expect((await list()).find((source) => source.id === id)).toMatchObject({ enabled: false, targetStage: null });
  });
});

describe('400', () => {
  it('GET takes no parameter', async () => {
    expect((await clawcrm.get(`${path}?type=gmail`)).json).toMatchObject(errorWith('invalid_request'));
  });

  it.each([
    ['POST', {}],
    ['POST', { name: 'Form' }],
    ['POST', { ...form, name: ' ' }],
    ['POST', { ...form, name: 'x'.repeat(201) }],
    ['POST', { ...form, type: 'outlook' }],
    ['POST', { ...form, type: 'GMAIL' }],
    ['POST', { ...form, targetStage: 'nowhere' }],
    ['POST', { ...form, config: 'secret' }],
    ['POST', { ...form, config: { text: 'x'.repeat(66_000) } }],
    ['POST', { ...form, enabled: 1 }],
    ['POST', { ...form, colour: 'red' }],
    ['PUT', { name: 'Form' }],
    ['PUT', { id: unknown, enabled: null }],
  ])('%s %.60j', async (method, body) => {
    const before = await list();
    const { status, json } = await clawcrm.call(method, path, body);
    expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
    expect(json.error.hint).toContain('gmail, api_sdr, form_webhook, generic_webhook');
    expect(await list()).toEqual(before);
  });

  it('DELETE wants the id as a parameter', async () => {
    expect((await clawcrm.remove(path)).json).toMatchObject(errorWith('invalid_request'));
  });
});

describe('401 and 403', () => {
  it('needs a key, its scope, and to write, the whole workspace', async () => {
    const reader = await clawcrm.keyOf(['leads:read']);
    const locked = await clawcrm.keyOf(['leads:read', 'pipeline:write'], await clawcrm.business());
    expect((await clawcrm.get(path, null)).status).toBe(401);
    expect((await clawcrm.get(path, locked)).status).toBe(200);
    expect((await clawcrm.get(path, await clawcrm.keyOf(['pipeline:write']))).status).toBe(403);
    for (const [method, at, body] of [
      ['POST', path, form],
      ['PUT', path, { id: unknown }],
      ['DELETE', `${path}?id=${unknown}`, undefined],
    ] as const) {
      const lacking = await clawcrm.call(method, at, body, reader);
      expect(lacking).toMatchObject({ status: 403, json: errorWith('missing_scope') });
      const bound = await clawcrm.call(method, at, body, locked);
      expect(bound).toMatchObject({ status: 403, json: errorWith('business_scope_mismatch') });
    }
  });
});

it('a key that may only change sources is told where to post, and may change and delete what it made', async () => {
  const key = await clawcrm.keyOf(['pipeline:write']);
  const { status, json } = await clawcrm.post(path, form, key);
  expect([status, json.syncSource?.url]).toEqual([201, expect.stringMatching(/\/hooks\/in\/in_/)]);
  expect((await clawcrm.put(path, { id: json.id, enabled: false }, key)).status).toBe(200);
  expect((await clawcrm.remove(`${path}?id=${json.id}`, key)).status).toBe(200);
});

describe('404, 405, 409, 413 and 415', () => {
  it.each([unknown, 'nonsense', 'stg_01jqz5v8m3k9wfp2c7hx0dtbne'])('knows no %s', async (id) => {
    for (const answer of [await clawcrm.put(path, { id }), await clawcrm.remove(`${path}?id=${id}`)]) {
      expect(answer).toMatchObject({ status: 404, json: errorWith('not_found') });
    }
  });

  it('answers only its methods, and reads only JSON of up to 1 MiB', async () => {
    const { status, headers } = await clawcrm.patch(path, {});
    expect([status, headers.get('allow')]).toEqual([405, 'GET, POST, PUT, DELETE, HEAD, OPTIONS']);
    expect((await clawcrm.post(path, { ...form, name: 'x'.repeat(1_100_000) })).status).toBe(413);
    expect((await clawcrm.call('POST', path, 'x', clawcrm.key, { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('holds a hundred, however many come at once', async () => {
    const { prisma } = clawcrm.database;
    const key = await clawcrm.signUp();
    const id = bare((await clawcrm.post(path, form, key)).json.id);
    const times = { createdAt: new Date(), updatedAt: new Date() };
    const { orgId } = await prisma.syncSource.findFirstOrThrow({ where: { id } });
    await prisma.syncSource.createMany({
      data: Array.from({ length: 98 }, (_, n) => ({
        orgId,
        id: `s${n}`,
        name: 'S',
        type: 'GMAIL',
        ...times,
      })),
    });
    const answers = await Promise.all([1, 2, 3].map(async () => clawcrm.post(path, form, key)));
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409, 409]);
  });
});
