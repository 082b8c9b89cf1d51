import { describe, expect, it } from 'vitest';
import { describeDialect } from '../../compat/openapi/describe-dialect.ts';
import { unite } from '../../compat/openapi/unite.ts';
import { ai93, clawcrm, quincer } from './fake-notes.ts';

const q = describeDialect('Q', [quincer]);
const k = describeDialect('K', [ai93]);
const c = describeDialect('C', [clawcrm]);

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

describe('the refusals of a route', () => {
  const refusals = ({ paths }: typeof q, path: string, method: 'get' | 'post') =>
    Object.keys(paths?.[path]?.[method]?.responses ?? {}).flatMap((status) =>
      Number(status) < 400 ? [] : [Number(status)],
    );

  it('are those that its shape and its hints allow', () => {
    expect(refusals(q, '/api/v1/notes/{id}', 'get')).toEqual([400, 401, 403, 404, 429, 500]);
    expect(refusals(q, '/api/v1/notes/{id}', 'post')).toEqual([400, 401, 403, 404, 409, 413, 415, 429, 500, 503]);
    expect(refusals(q, '/api/v1/notes/latest', 'get')).toEqual([400, 401, 429, 500]);
    expect(refusals(c, '/api/openclaw/signup', 'get')).toEqual([400, 500]);
    expect(refusals(c, '/api/openclaw/signup', 'post')).toEqual([400, 409, 413, 415, 429, 500, 503]);
  });
});

describe('the union', () => {
  const both = unite('Both', [q, k]);

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
