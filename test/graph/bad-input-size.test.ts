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

describe('what is too large', () => {
  test('a string of 10 MB', async () => {
    const { status } = await post(
      JSON.stringify({ query: update, variables: { id: target.leadId, input: { company: 'a'.repeat(10_000_000) } } }),
    );
    expect(status).toBe(413);
  });

  test.each([
    ['a long name', { company: 'a'.repeat(201) }],
    ['too many tags', { tags: Array.from({ length: 51 }, (_, index) => `t${index}`) }],
    ['a long tag', { tags: ['a'.repeat(101)] }],
    ['more than 64 KiB of JSON', { context: { note: 'a'.repeat(70_000) } }],
    ['a score out of bounds', { score: 101 }],
    ['a score that is no 32-bit number', { score: 2 ** 31 }],
    ['an e-mail address without end', { email: `${'a'.repeat(400)}@example.com` }],
  ])('%s', async (_, input) => {
    expect(await updateWith(input)).toEqual(['INVALID']);
  });

  test('JSON that is nested without end', async () => {
    const depth = 100_000;
    const bomb = '['.repeat(depth) + ']'.repeat(depth);
    const body = `{"query":${JSON.stringify(update)},"variables":{"id":"${target.leadId}","input":{"context":{"a":${bomb}}}}}`;
    expect(await codesOf(body)).toEqual(['INVALID']);
    const objects = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    expect(
      await codesOf(
        `{"query":${JSON.stringify(update)},"variables":{"id":"${target.leadId}","input":{"context":${objects}}}}`,
      ),
    ).toEqual(['INVALID']);
    expect(await codesOf(`{"query":"{ viewer { dialect } }","variables":{"a":${bomb}}}`)).toEqual(['INVALID']);
    expect(await codesOf(`{"query":"{ viewer { dialect } }","extensions":${objects}}`)).toEqual(['INVALID']);
  });

  test('a literal, a selection or a list type that is nested without end', async () => {
    const depth = 20_000;
    const nested = ['[', '{a:'].map((open) => `{ leads(filter: { tags: ${open.repeat(depth)}`);
    for (const query of [...nested, '{a'.repeat(depth), `query ($a: ${'['.repeat(depth)}Int) { viewer { dialect } }`]) {
      expect(await run(query)).toEqual(['INVALID']);
    }
    const literal = `${'['.repeat(4000)}${']'.repeat(4000)}`;
    expect(
      await run(
        `mutation { updateLead(id: "${target.leadId}", input: { context: { a: ${literal} } }) { lead { id } } }`,
      ),
    ).toEqual(['INVALID']);
  });

  test('a document of more tokens than anybody needs', async () => {
    expect(await run(`{ ${'viewer { dialect } '.repeat(5000)} }`)).toEqual(['INVALID']);
    expect(await run(`{ viewer { ${'dialect '.repeat(20_000)} } }`)).toEqual(['INVALID']);
  });

  test('too many aliases, too deep, too dear', async () => {
    const aliases = Array.from({ length: 101 }, (_, index) => `a${index}: viewer { dialect }`).join(' ');
    expect(await run(`{ ${aliases} }`)).toEqual(['LIMITED']);
    const deep = `${'conversation { lead { '.repeat(10)} id ${'} }'.repeat(10)}`;
    expect(await run(`{ lead(id: "${target.leadId}") { ${deep} } }`)).toEqual(['LIMITED']);
    const dear = '{ leads(first: 200) { nodes { tasks(first: 200) { nodes { id } } } } }';
    expect(await run(dear)).toEqual(['LIMITED']);
    const byVariable = 'query ($n: Int!) { leads(first: $n) { nodes { tasks(first: $n) { nodes { id } } } } }';
    expect(await run(byVariable, { n: 200 })).toEqual(['LIMITED']);
    const byFragment = `fragment F on Lead { tasks(first: 200) { nodes { id } } } { leads(first: 200) { nodes { ...F } } }`;
    expect(await run(byFragment)).toEqual(['LIMITED']);
  });

  test('fragments that go round in a circle, or double at each step', async () => {
    expect(await run('{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }')).toEqual([
      'INVALID',
    ]);
    const bomb = Array.from({ length: 40 }, (_, n) => `fragment F${n} on Viewer { ...F${n + 1} ...F${n + 1} }`).join(
      ' ',
    );
    const codes = await run(`{ viewer { ...F0 } } ${bomb} fragment F40 on Viewer { dialect }`);
    expect([[], ['LIMITED'], ['INVALID']]).toContainEqual(codes);
  });
});

describe('pages', () => {
  const lists = [
    'leads',
    'conversations',
    'tasks',
    'events',
    'apiKeys',
    'members',
    'auditLog',
    'businesses',
    'widgets',
    'webhookEndpoints',
    'webhookDeliveries',
  ];

  test.each(lists)('of %s are 1 to 200 rows', async (list) => {
    for (const first of ['0', '201', '-1', '2.5', '"x"', '"5"', 'true', '2147483648', '-2147483649', '[]', '{}']) {
      expect(await run(`{ ${list}(first: ${first}) { nodes { id } } }`), first).toEqual(['INVALID']);
    }
    for (const first of [0, 201, -1, 2.5, 'x', true, 2 ** 31, {}, []]) {
      expect(
        await run(`query ($first: Int) { ${list}(first: $first) { nodes { id } } }`, { first }),
        JSON.stringify(first),
      ).toEqual(['INVALID']);
    }
    expect(await run(`{ ${list}(first: 200) { nodes { id } } }`)).toEqual([]);
    expect(await run(`{ ${list}(first: null) { nodes { id } } }`)).toEqual([]);
  });

  test.each(['tasks', 'messages'])('of %s below a row are too', async (list) => {
    const [parent, id] = list === 'tasks' ? ['lead', target.leadId] : ['conversation', 'cv_01jqz5v8m3k9wfp2c7hx0dtbne'];
    for (const first of [0, 201, -1]) {
      const codes = await run(`{ ${parent}(id: "${id}") { ${list}(first: ${first}) { nodes { id } } } }`);
      expect(codes).toEqual(['INVALID']);
    }
  });

  test('take an offset or a cursor', async () => {
    for (const page of [`offset: -1`, `offset: 1, after: "${target.leadId}"`, 'offset: 1.5', 'offset: 99999999999']) {
      expect(await run(`{ leads(${page}) { nodes { id } } }`)).toEqual(['INVALID']);
    }
    expect(await run('{ leads(offset: 2147483647) { nodes { id } } }')).toEqual([]);
  });
});
