import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import manifest from '../../package.json' with { type: 'json' };
import { describeDialect } from '../../compat/openapi/describe-dialect.ts';
import { openApiDocuments } from '../../compat/openapi/documents.ts';
import { unite } from '../../compat/openapi/unite.ts';
import { ai93, clawcrm, quincer } from './fake-notes.ts';

const q = describeDialect('Q', [quincer]);
const k = describeDialect('K', [ai93]);
const c = describeDialect('C', [clawcrm]);
const quincerApi = openApiDocuments().find(({ name }) => name === 'Quincer')?.document ?? q;

/** Parameters and body fields of each operation, and the fields of each named shape. */
function* requestNames({ paths, components }: typeof q): Generator<[string, string[]]> {
  for (const [path, item] of Object.entries(paths ?? {})) {
    for (const [method, operation] of Object.entries(item)) {
      const { parameters = [], requestBody } = requestSchema.parse(operation);
      yield [`${method} ${path}`, parameters.map(({ name }) => name)];
      yield [
        `body of ${method} ${path}`,
        Object.keys(requestBody?.content['application/json'].schema.properties ?? {}),
      ];
    }
  }
  for (const [name, schema] of Object.entries(components?.schemas ?? {})) {
    yield [name, 'properties' in schema ? Object.keys(schema.properties ?? {}) : []];
  }
}

const body = z.object({ schema: z.object({ properties: z.record(z.string(), z.unknown()).optional() }) });
const requestSchema = z.object({
  parameters: z.array(z.object({ name: z.string() })).optional(),
  requestBody: z.object({ content: z.object({ 'application/json': body }) }).optional(),
});

describe('a dialect’s document', () => {
  it('shows every spelling, the older ones as deprecated', () => {
    const shown = Object.entries(q.paths ?? {}).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => [
        method,
        path,
        (operation as { deprecated?: boolean }).deprecated ?? false,
      ]),
    );
    expect(shown).toEqual([
      ['get', '/api/v1/notes', false],
      ['get', '/api/v1/memos', true],
      ['get', '/api/v1/notes/{id}', false],
      ['post', '/api/v1/notes/{id}', false],
      ['patch', '/api/v1/notes/{id}', true],
      ['get', '/api/v1/notes/latest', false],
      ['post', '/api/v1/notes/{id}/secret', false],
    ]);
  });

  it('names the graph’s document behind each operation, and the scope it needs', () => {
    expect(q.paths?.['/api/v1/notes/{id}']?.post).toMatchObject({
      'x-scope': 'leads:write',
      'x-graphql-operation': 'SaveNote',
      'x-graphql-document': expect.stringContaining('saveNote(id: $id, text: $text)'),
      requestBody: {
        content: {
          'application/json': {
            schema: {
              additionalProperties: false,
              properties: { text: { type: 'string' }, noteText: { deprecated: true } },
            },
          },
        },
      },
    });
  });
});

describe('every document', () => {
  it.each(openApiDocuments().map(({ name, document }) => [name, document] as const))(
    'of %s tells in its own words what it is, at this version',
    (_name, { info }) => {
      expect(info.version).toBe(manifest.version);
      expect(info.description).toMatch(/^[A-Z].*\.$/s);
    },
  );

  it('asks for a body exactly where an empty one is refused', () => {
    const required = (path: string) => quincerApi.paths?.[path]?.post?.requestBody;
    expect(required('/api/v1/conversations/{id}/reply')).toMatchObject({ required: true });
    expect(required('/api/v1/leads/{id}')).toMatchObject({ required: false });
  });

  it('says of each answer what it carries', () => {
    const answer: unknown = quincerApi.paths?.['/api/v1/leads/{id}']?.get?.responses?.['200'];
    expect(answer).toMatchObject({ description: expect.stringMatching(/^Carries `object`, `id`, .*and `tasks`\.$/) });
  });

  it('has no two names in one request that differ in case alone', () => {
    const folded = (name: string) => name.replaceAll('_', '').toLowerCase();
    const twins = openApiDocuments().flatMap(({ name, document }) =>
      [...requestNames(document)].flatMap(([place, names]) =>
        new Set(names.map(folded)).size < names.length ? [`${name}: ${place}`] : [],
      ),
    );
    expect(twins).toEqual([]);
    expect(JSON.stringify(quincerApi)).toContain('"x-aliases":["assignedTo"]');
  });
});

describe('the refusals of a route', () => {
  const refusals = ({ paths }: typeof q, path: string, method: 'get' | 'post') =>
    Object.keys(paths?.[path]?.[method]?.responses ?? {}).flatMap((status) =>
      Number(status) < 400 ? [] : [Number(status)],
    );

  it('are those that its shape and its hints allow', () => {
    expect(refusals(q, '/api/v1/notes/{id}', 'get')).toEqual([400, 401, 403, 404, 429, 500]);
    expect(refusals(q, '/api/v1/notes/{id}', 'post')).toEqual([400, 401, 403, 404, 409, 412, 413, 415, 429, 500, 503]);
    expect(refusals(q, '/api/v1/notes/latest', 'get')).toEqual([400, 401, 429, 500]);
    expect(refusals(c, '/api/openclaw/signup', 'get')).toEqual([400, 500]);
    expect(refusals(c, '/api/openclaw/signup', 'post')).toEqual([400, 409, 413, 415, 429, 500, 503]);
  });
});

describe('the union', () => {
  const both = unite('Both', 'Two of them.', [q, k]);

  it('answers one of several where dialects share a method and a path', () => {
    const shared = both.paths?.['/api/v1/notes']?.get;
    expect(shared?.responses?.['401']).toMatchObject({
      content: {
        'application/json': {
          schema: {
            oneOf: [{ $ref: '#/components/schemas/QuincerError' }, { $ref: '#/components/schemas/Ai93Error' }],
          },
        },
      },
    });
  });

  it('keeps what only one of them has', () => {
    expect(both.paths?.['/api/v1/notes/{id}']).toEqual(q.paths?.['/api/v1/notes/{id}']);
    expect(Object.keys(both.components?.schemas ?? {})).toEqual(['QuincerError', 'Ai93Error']);
  });
});
