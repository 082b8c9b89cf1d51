import { expect, it } from 'vitest';
import { expectDocumented } from '../support/expect-documented.ts';

const path = '/api/v1/scrapers/runs';
const run = {
  id: 'run_01jqz5v8m3k9wfp2c7hx0dtbne',
  source: 'reddit',
  status: 'succeeded',
  startedAt: '2026-05-04T13:22:01.000Z',
  finishedAt: null,
  leadsFound: 2,
  leadsCreated: 1,
  error: null,
};
const sound = {
  'content-type': 'application/json; charset=utf-8',
  'x-request-id': 'r1',
  'tributary-dialect': 'ai93',
  ratelimit: '"reads";r=87;t=42',
  'ratelimit-policy': '"reads";q=100;w=60',
  etag: '"abc"',
};

const holdAgainstDocument =
  (body: object, headers: Record<string, string> = sound, status = 200, target = path) =>
  () =>
    expectDocumented('GET', target, { status, headers: new Headers(headers), text: JSON.stringify(body) });

const without = (name: string) => Object.fromEntries(Object.entries(sound).filter(([key]) => key !== name));

it('lets an answer pass that is as documented', () => {
  expect(holdAgainstDocument({ runs: [run], count: 1 }, { ...sound, link: '</x?after=1>; rel="next"' })).not.toThrow();
});

it.each([
  ['a status that is not documented', holdAgainstDocument({ runs: [], count: 0 }, sound, 202), 'status'],
  ['a field that is not documented', holdAgainstDocument({ runs: [], count: 0, more: 1 }), 'additional'],
  ['a field that is missing', holdAgainstDocument({ runs: [{ ...run, error: undefined }], count: 1 }), 'error'],
  ['a value out of its enum', holdAgainstDocument({ runs: [{ ...run, status: 'lost' }], count: 1 }), 'allowed values'],
  ['a date that is none', holdAgainstDocument({ runs: [{ ...run, startedAt: 'today' }], count: 1 }), 'date-time'],
  ['the error of another dialect', holdAgainstDocument({ error: 'No.', code: 'x' }, without('etag'), 400), 'message'],
  ['another media type', holdAgainstDocument({}, { ...sound, 'content-type': 'text/html' }), 'text/html'],
  ['a header that is missing', holdAgainstDocument({ runs: [], count: 0 }, without('ratelimit')), 'ratelimit'],
  ['a header that reads otherwise', holdAgainstDocument({ runs: [], count: 0 }, { ...sound, etag: 'abc' }), 'etag'],
  ['a header nobody documents', holdAgainstDocument({ runs: [], count: 0 }, { ...sound, 'x-more': '1' }), 'x-more'],
  ['an answer in no dialect', holdAgainstDocument({ runs: [], count: 0 }, without('tributary-dialect')), 'no dialect'],
  ['success where nothing is documented', holdAgainstDocument({}, sound, 200, '/api/v1/else'), 'no such operation'],
])('refuses %s', (_, hold, reason) => {
  expect(hold).toThrow(reason);
});
