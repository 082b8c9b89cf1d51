import { afterAll, afterEach, assert, beforeAll, describe, expect, test } from 'vitest';
import { openTarget, type Target, update } from './target.ts';

let target: Target;
beforeAll(async () => void (target = await openTarget()));
afterAll(() => target.close());
afterEach(async () => assert(await target.isUnharmed()));

const post = (...call: Parameters<Target['post']>) => target.post(...call);
const codesOf = (body: string) => target.codesOf(body);
const run = (query: string, variables?: unknown) => target.run(query, variables);
const updateWith = (input: unknown) => target.updateWith(input);

const nul = '\u0000';
const half = '\ud800';

describe('text that cannot be stored', () => {
  test.each([
    ['a NUL', nul],
    ['half a surrogate pair', half],
    ['the other half', '\udc00'],
  ])('is refused: %s', async (_, bad) => {
    const escaped = JSON.stringify(bad);
    expect(await updateWith({ company: `a${bad}b` })).toEqual(['INVALID']);
    expect(await updateWith({ tags: ['fine', bad] })).toEqual(['INVALID']);
    expect(await updateWith({ context: { note: [{ deep: bad }] } })).toEqual(['INVALID']);
    expect(await updateWith({ context: { [bad]: 1 } })).toEqual(['INVALID']);
    expect(await updateWith({ stage: bad })).toEqual(['INVALID']);
    expect(
      await run(`mutation { updateLead(id: "${target.leadId}", input: { company: ${escaped} }) { lead { id } } }`),
    ).toEqual(['INVALID']);
    expect(
      await run(
        `mutation { updateLead(id: "${target.leadId}", input: { context: { note: ${escaped} } }) { lead { id } } }`,
      ),
    ).toEqual(['INVALID']);
    expect(await run('query ($id: ID!) { lead(id: $id) { id } }', { id: bad })).toEqual(['INVALID']);
    expect(await run(`{ leads(filter: { email: ${escaped} }) { nodes { id } } }`)).toEqual(['INVALID']);
    expect(await run('query ($after: ID) { events(after: $after) { nodes { id } } }', { after: bad })).toEqual([
      'INVALID',
    ]);
    expect(await run('{ viewer { dialect } }', { [bad]: 1 })).toEqual(['INVALID']);
    expect(await run(`{ leads(filter: { tags: ["""${bad}"""] }) { nodes { id } } }`)).toEqual(['INVALID']);
    expect(await codesOf(JSON.stringify({ query: 'query A { viewer { dialect } }', operationName: bad }))).toEqual([
      'INVALID',
    ]);
  });

  test('is refused as bytes that are no UTF-8, or read as what stands for them', async () => {
    const bytes = (text: string) =>
      Uint8Array.from([...new TextEncoder().encode(text)].map((byte) => (byte === 0x7e ? 0xff : byte)));
    const { status } = await post(bytes(JSON.stringify({ query: '{ lead(id: "~") { id } }' })));
    expect([200, 400]).toContain(status);
  });
});

describe('names that mean something to JavaScript', () => {
  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    '%s is a field like any other',
    async (name) => {
      const own = `{"${name}":{"polluted":true}}`;
      const send = (input: string) =>
        codesOf(`{"query":${JSON.stringify(update)},"variables":{"id":"${target.leadId}","input":${input}}}`);
      expect(await send(own)).toEqual(['INVALID']);
      expect(await codesOf(`{"query":"{ viewer { dialect } }","variables":${own},"${name}":1}`)).toEqual(['INVALID']);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
      expect(await run(`{ ${name} }`)).toEqual(['INVALID']);
      expect(await run(`{ leads(filter: { ${name}: 1 }) { nodes { id } } }`)).toEqual(['INVALID']);
      expect(await run(`{ lead(id: "${name}") { id } }`)).toEqual([]);
      expect(await run(`{ node(id: "${name}_01jqz5v8m3k9wfp2c7hx0dtbne") { id } }`)).toEqual([]);
      expect(await updateWith({ status: name })).toEqual(['INVALID']);
      expect(await updateWith({ stage: name })).toEqual(['INVALID']);
    },
  );
});

describe('ids', () => {
  const others = [
    '',
    ' ',
    '1',
    '-1',
    'ld_',
    '_',
    'ld_ld_x',
    `ld_${'0'.repeat(27)}`,
    `LD_${'0'.repeat(26)}`,
    "ld_' or 1=1 --",
    '../lead',
    '%',
    'evt_0000000000000000',
  ];

  test('of another form or type name nothing', async () => {
    const rowId = target.leadId.slice('ld_'.length);
    for (const id of [
      ...others,
      rowId,
      ...['cv', 'tsk', 'biz', 'key', 'whd', 'org'].map((prefix) => `${prefix}_${rowId}`),
    ]) {
      const { text } = await post(
        JSON.stringify({ query: 'query ($id: ID!) { lead(id: $id) { id } node(id: $id) { id } }', variables: { id } }),
      );
      expect(text).toBe('{"data":{"lead":null,"node":null}}');
      expect(await run('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id })).toEqual(['NOT_FOUND']);
      expect(await run('query ($id: ID) { leads(filter: { widgetId: $id }) { nodes { id } } }', { id })).toEqual([
        'INVALID',
      ]);
      expect(await run('query ($id: ID) { leads(after: $id) { nodes { id } } }', { id })).toEqual(['INVALID']);
      expect(await updateWith({ assignedToId: id })).toEqual(['INVALID']);
    }
  });

  test('that are no text are refused', async () => {
    for (const id of [true, 1.5, {}, [], ['a', 'b'], null]) {
      expect(await run('query ($id: ID!) { lead(id: $id) { id } }', { id })).toEqual(['INVALID']);
    }
  });

  test('of no event are no place to continue from', async () => {
    for (const after of [
      ...others.filter((id) => id !== 'evt_0000000000000000'),
      target.leadId,
      'evt_',
      'evt_FFFFFFFFFFFFFFFF',
    ]) {
      expect(await run('query ($after: ID) { events(after: $after) { nodes { id } } }', { after })).toEqual([
        'CURSOR_EXPIRED',
      ]);
    }
  });
});

describe('values of another type', () => {
  test.each([
    ['an enum that has no such value', { status: 'WON' }],
    ['an enum in lower case', { status: 'new' }],
    ['a number for text', { company: 1 }],
    ['a list for text', { company: ['a', 'b'] }],
    ['text for a number', { score: '5' }],
    ['half a point', { score: 0.5 }],
    ['a number for an object', { bant: 1 }],
    ['text for JSON', { context: 'text' }],
    ['a list for JSON', { context: [1] }],
    ['a field that there is not', { nothing: 1 }],
    ['a field of an object that there is not', { bant: { nothing: 1 } }],
    ['a null in a list', { tags: [null] }],
    ['a blank tag', { tags: [' '] }],
    ['no e-mail address', { email: 'ada' }],
    ['a stage that there is not', { stage: 'nowhere' }],
    ['a list for an input', []],
    ['text for an input', 'text'],
    ['nothing for an input', null],
  ])('are refused: %s', async (_, input) => {
    expect(await updateWith(input)).toEqual(['INVALID']);
  });

  test.each([
    '',
    'yesterday',
    '2026',
    '2026-13-01T00:00:00Z',
    '2026-02-30T25:00:00Z',
    '2026-05-04T13:22:01',
    '+275760-09-14T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '2026-05-04T13:22:01.000+99:99',
    1_777_000_000,
    true,
    {},
  ])('are refused as an instant: %j', async (instant) => {
    expect(
      await run('query ($at: DateTime) { leads(filter: { updatedSince: $at }) { nodes { id } } }', { at: instant }),
    ).toEqual(['INVALID']);
    expect(
      await run(
        `{ leads(filter: { createdSince: ${JSON.stringify(instant).replace('{}', '{ a: 1 }')} }) { nodes { id } } }`,
      ),
    ).toEqual(['INVALID']);
  });

  test.each([
    ['a field', '{ nothing }'],
    ['an argument', '{ leads(nothing: 1) { nodes { id } } }'],
    ['a type', 'query ($a: Nothing) { viewer { dialect } }'],
    ['a directive', '{ viewer @nothing { dialect } }'],
    ['a fragment', '{ viewer { ...Nothing } }'],
    ['a variable', '{ lead(id: $nothing) { id } }'],
    ['a selection', '{ viewer }'],
    ['a selection of text', '{ viewer { dialect { id } } }'],
    ['an argument that is needed', '{ lead { id } }'],
    ['a document', ''],
    ['an end', '{ viewer {'],
  ])('are refused where there is no such thing: %s', async (_, query) => {
    expect(await run(query)).toEqual(['INVALID']);
  });

  test('are refused as variables', async () => {
    for (const variables of ['text', 1, true, [1], 'null'])
      expect(await run('{ viewer { dialect } }', variables)).toEqual(['INVALID']);
    expect(await run(update, {})).toEqual(['INVALID']);
  });
});

const makeBusiness = 'mutation { createBusiness(input: { name: "Batch" }) { business { id } } }';

describe('requests that are none', () => {
  test.each([
    ['no body', ''],
    ['half an object', '{"query":'],
    ['a number', '1'],
    ['text', '"query"'],
    ['null', 'null'],
    ['an object without a query', '{}'],
    ['a query that is a list', '{"query":["{ viewer { dialect } }"]}'],
    ['a batch of eleven', JSON.stringify(Array.from({ length: 11 }, () => ({ query: makeBusiness })))],
    ['NaN', '{"query":"{ viewer { dialect } }","variables":{"a":NaN}}'],
  ])('are refused: %s', async (_, body) => {
    const { status, text } = await post(body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);

    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'INVALID' } }] });
  });

  test.each([
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
  ])('are refused with the content type "%s"', async (contentType) => {
    const { status } = await post(JSON.stringify({ query: '{ viewer { dialect } }' }), {
      'content-type': contentType,
    });
    expect([400, 415]).toContain(status);
  });

  test('change nothing when they come by GET', async () => {
    const query = encodeURIComponent(`mutation { deleteLead(id: "${target.leadId}") { lead { id } } }`);
    const response = await fetch(`${target.url}/graphql?query=${query}`, {
      headers: { authorization: `Bearer ${target.key}` },
    });
    expect(response.status).toBe(405);
  });
});
