import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { asForm, asJson, bearer, someone, openSources } from './sources.ts';

const { app, deliveries, form, leads, logged, make, post, send, workspace } = await openSources();
afterAll(() => app.close());

describe('what cannot be taken', () => {
  const tooDeep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const hostile: [string, string | Uint8Array, Record<string, string>, number][] = [
    ['nothing', '', {}, 422],
    ['nobody', '{"phone":"+1 555 0100"}', asJson, 422],
    ['a list', '[1, 2]', asJson, 422],
    ['an address that is none', '{"email":"ada","name":"Ada"}', asJson, 422],
    ['fields that are objects', '{"email":{"$ne":1},"name":["Ada"]}', asJson, 422],
    ['no JSON', '{"email":', asJson, 400],
    ['depth', tooDeep, asJson, 400],
    ['__proto__', '{"__proto__":{"email":"a@example.org"},"name":"Ada"}', asJson, 400],
    ['a NUL', '{"name":"A\\u0000"}', asJson, 400],
    ['half a character', '{"name":"\\ud800"}', asJson, 400],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), asJson, 400],
    ['another encoding', 'name=Ad%E9', asForm, 400],
    ['a NUL in a form', 'name=%00', asForm, 400],
    ['more fields than a form has', Array.from({ length: 300 }, (_, n) => `f${n}=1`).join('&'), asForm, 400],
    ['another charset', 'name=Ada', { 'content-type': 'application/x-www-form-urlencoded; charset=iso-8859-1' }, 415],
    [
      'UTF-16',
      new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]),
      { 'content-type': 'application/json; charset=utf-16' },
      415,
    ],
    ['files', '--x--', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['XML', '<lead/>', { 'content-type': 'application/xml' }, 415],
    ['what is packed', 'x', { ...asJson, 'content-encoding': 'gzip' }, 415],
    ['too much', `{"name":"${'x'.repeat(1_100_000)}"}`, asJson, 413],
  ];
  const refusal = { outcome: 'REFUSED', reason: expect.stringMatching(/\.$/), lead: null };
  const unread = { ...refusal, body: null };
  const nobody = { ...refusal, body: expect.any(String) };
  const read = (status: number) => (status === 422 ? nobody : unread);
  const toldOf = (status: number) => (status === 413 ? undefined : read(status));
  it.each(hostile)('%s', async (_, body, headers, status) => {
    const source = await form();
    const answer = await send(source, body, headers);
    expect([answer.status, answer.json]).toEqual([status, { error: expect.any(String), message: expect.any(String) }]);
    const [told] = await deliveries(source);
    expect(told).toEqual(toldOf(status));
  });

  it('what no source has, one that was deleted, and one that is switched off', async () => {
    const source = await form();
    const nowhere = { url: source.url.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')) };
    expect((await post(nowhere, { email: someone() })).status).toBe(404);
    for (const token of ['%00', '%ff'])
      expect((await post({ url: `${app.url}/hooks/in/${token}` }, {})).status).toBe(404);
    const { id } = source.syncSource;
    await workspace.graph.ask(
      'mutation ($id: ID!) { updateSyncSource(id: $id, input: { enabled: false }) { syncSource { id } } }',
      { id },
    );
    expect((await post(source, { email: someone() })).status).toBe(409);
    await workspace.graph.ask('mutation ($id: ID!) { deleteSyncSource(id: $id) { syncSource { id } } }', { id });
    expect((await post(source, { email: someone() })).status).toBe(404);
  });

  it('a lead more than the plan holds: kept for people, and said to who signs alone', async () => {
    const small = await app.workspace('Small');
    await app.database.prisma.organisation.update({ where: { id: small.orgId }, data: { tier: 'FREE' } });
    const source = await make({ type: 'FORM_WEBHOOK', leadsPerHour: 1000 }, small);
    const times = { createdAt: new Date(), updatedAt: new Date(), targetType: 'person', context: {}, source: 'manual' };
    const stage = await app.database.prisma.stage.findFirstOrThrow({ where: { orgId: small.orgId } });
    await app.database.prisma.lead.createMany({
      data: Array.from({ length: 99 }, (_, n) => ({
        ...times,
        orgId: small.orgId,
        id: `l${n}`,
        stageId: stage.id,
        search: '',
      })),
    });
    const answers = await Promise.all(Array.from({ length: 3 }, () => post(source, { email: someone() })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 202, 202]);
    expect((await deliveries(source, small)).filter(({ outcome }) => outcome === 'NO_ROOM')).toMatchObject(
      Array.from({ length: 2 }, () => ({ body: expect.stringContaining('@example.org') })),
    );
    const agent = await make({ type: 'API_SDR' }, small);
    expect((await post(agent, { email: someone() }, bearer(agent))).status).toBe(403);
    expect(await deliveries(agent, small)).toMatchObject([{ outcome: 'NO_ROOM' }]);
  });

  it('what comes to a source that has become a mailbox, signed or not', async () => {
    const source = await make({ type: 'GENERIC_WEBHOOK' });
    await workspace.graph.ask(
      'mutation ($id: ID!) { updateSyncSource(id: $id, input: { type: GMAIL }) { syncSource { id } } }',
      { id: source.syncSource.id },
    );
    for (const headers of [{}, bearer(source)])
      expect((await post(source, { email: someone() }, headers)).status).toBe(404);
    expect(await deliveries(source)).toEqual([]);
  });

  it('keeps no more refusals than an hour’s worth, whoever sends them', async () => {
    const source = await form();
    for (let batch = 0; batch < 11; batch += 1)
      await Promise.all(Array.from({ length: 10 }, () => post(source, { n: randomUUID() })));
    const { node } = await workspace.graph.ask<{ node: { deliveries: { totalCount: number } } }>(
      'query ($id: ID!) { node(id: $id) { ... on SyncSource { deliveries { totalCount } } } }',
      { id: source.syncSource.id },
    );
    expect(node.deliveries.totalCount).toBeLessThanOrEqual(101);
  });
});

it('is told of in the server’s log without its token, its secret, and what it said', async () => {
  const source = await make({ type: 'API_SDR' });
  const token = new URL(source.url).pathname.split('/').at(-1) ?? '';
  const [email, wrong] = [someone(), `wrong-${randomUUID()}`];
  logged.length = 0;
  const statuses = [
    await post(source, { email, password: 'hunter2' }, bearer(source)),
    await post(source, { email }, { authorization: `Bearer ${wrong}` }),
    await send(source, `{"email":"${email}"`, { ...asJson, ...bearer(source) }),
    await post({ url: `${source.url}/more?key=${source.secret}` }, { email }, bearer(source)),
    await post({ url: source.url.replace('/hooks/', '//HOOKS/') }, { email }, bearer(source)),
    await post({ url: `${source.url}%` }, { email }, bearer(source)),
  ].map(({ status }) => status);
  expect(statuses).toEqual([202, 401, 400, 404, 404, 404]);
  await expect.poll(() => logged.filter((line) => line.includes('"msg":"request"')).length).toBe(statuses.length);
  const lines = logged.join('');
  expect(lines).toContain('"path":"/hooks/in/…"');
  for (const hidden of [token, source.secret ?? '', wrong, email, 'hunter2'])
    expect(lines.toLowerCase()).not.toContain(hidden.toLowerCase());
});

describe('its log', () => {
  it('keeps the beginning of what came, without what looks like a secret', async () => {
    const source = await form();
    const email = someone();
    await post(source, {
      email,
      password: 'hunter2',
      nested: { apiKey: 'k', card_number: '4111' },
      message: 'x'.repeat(20_000),
    });
    const [{ body } = { body: null }] = await deliveries(source);
    expect(body).toContain(email);
    expect(body).not.toMatch(/hunter2|"k"|4111/);
    expect(body?.length).toBe(8192);
  });

  it('forgets what came about a lead that is removed for good', async () => {
    const source = await form();
    const email = someone();
    await post(source, { email });
    const [lead] = await leads(email);
    await workspace.graph.ask('mutation ($id: ID!) { purgeLead(id: $id) { lead { id } } }', { id: lead?.id });
    expect(await deliveries(source)).toEqual([{ outcome: 'CREATED', reason: null, body: null, lead: null }]);
  });

  it('is shown to a key that is locked to a business only as far as leads of that business are told of', async () => {
    const { createBusiness: made } = await workspace.graph.ask<{ createBusiness: { business: { id: string } } }>(
      'mutation { createBusiness(input: { name: "North" }) { business { id } } }',
    );
    const [source, email] = [await form(), someone()];
    await workspace.graph.ask(
      'mutation ($email: String!, $id: ID!) { createLead(input: { email: $email, businessId: $id }) { lead { id } } }',
      { email, id: made.business.id },
    );
    await post(source, { email: someone() });
    await post(source, { email, name: 'Ada' });
    const graph = await workspace.graphAs(['leads:read'], made.business.id);
    expect(await deliveries(source, { ...workspace, graph })).toMatchObject([{ outcome: 'UPDATED' }]);
    expect(await deliveries(source)).toHaveLength(2);
  });
});

it('a sample is read as it would be, and nothing is kept of it', async () => {
  const preview = async (sample: string, mapping?: object) =>
    (
      await workspace.graph.ask<{ previewSyncSourceMapping: object }>(
        'query ($sample: String!, $mapping: JSON) { previewSyncSourceMapping(sample: $sample, mapping: $mapping) { fields { field value } problem } }',
        { sample, mapping },
      )
    ).previewSyncSourceMapping;
  expect(await preview('{"a":{"b":["x","ada@example.org"]}}', { email: '/a/b/1' })).toEqual({
    fields: [{ field: 'email', value: 'ada@example.org' }],
    problem: null,
  });
  expect(await preview('first-name=Ada&e-mail=nonsense')).toEqual({
    fields: [
      { field: 'email', value: 'nonsense' },
      { field: 'firstName', value: 'Ada' },
    ],
    problem: 'The e-mail address is none.',
  });
  await expect(preview('{"a"')).rejects.toThrow(/sample/);
  await expect(preview('{}', { colour: '/red' })).rejects.toThrow(/mapping/);
  await expect(preview('{}', { email: 'email' })).rejects.toThrow(/JSON pointer/);
});
