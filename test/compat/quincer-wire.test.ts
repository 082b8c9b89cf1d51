import { describe, expect, it } from 'vitest';
import { WireLeadUpdate } from '../../compat/quincer/wire.ts';
import { WireLeadQuery } from '../../compat/quincer/wire-queries.ts';
import { parseInput } from '../../compat/http/parse-input.ts';

const query = (given: Record<string, string>) => parseInput(WireLeadQuery, given);
const id = '01jqz5v8m3k9wfp2c7hx0dtbne';

describe('limit', () => {
  it.each([
    ['1', 1],
    ['200', 200],
    ['201', 200],
    ['99999999999999999999999', 200],
  ])('reads %s as %i', (limit, expected) => {
    expect(query({ limit }).limit).toBe(expected);
  });

  it('is 50 when absent', () => {
    expect(query({})).toEqual({ limit: 50 });
  });

  it.each(['0', '-1', '1.5', '1e2', '', ' 1', 'ten'])('refuses %j', (limit) => {
    expect(() => query({ limit })).toThrow('Invalid limit');
  });
});

describe('updated_since', () => {
  it.each([
    ['2026-05-04', '2026-05-04T00:00:00.000Z'],
    ['2026-05-04T10:00:00Z', '2026-05-04T10:00:00.000Z'],
    ['2026-05-04T10:00:00.123456+02:00', '2026-05-04T08:00:00.123Z'],
    ['2026-05-04T10:00:00 02:00', '2026-05-04T08:00:00.000Z'],
    ['2026-05-04T10:00:00', '2026-05-04T10:00:00.000Z'],
    ['1714435260', '2024-04-30T00:01:00.000Z'],
    ['0', '1970-01-01T00:00:00.000Z'],
  ])('reads %s', (given, expected) => {
    expect(query({ updated_since: given }).updated_since).toBe(expected);
  });

  it.each(['', 'yesterday', '2026-02-30', '2026-13-01', '-5', '1.5', '99999999999999', '2026-05-04T25:00:00Z'])(
    'refuses %j',
    (given) => {
      expect(() => query({ updated_since: given })).toThrow(
        'Invalid updated_since: must be an ISO 8601 date or time, or epoch seconds.',
      );
    },
  );
});

describe('the other filters', () => {
  it.each([
    { temperature: 'HOT' },
    { temperature: '' },
    { widget_id: 'wdg_1' },
    { widget_id: `wdg_${id}` },
    { starting_after: 'garbage' },
    { offset: '-1' },
    { offset: '99999999999' },
  ])('refuse %j', (given) => {
    expect(() => query(given)).toThrow(/^Invalid /);
  });

  it('take what fits', () => {
    const given = {
      temperature: 'hot',
      widget_id: id,
      assigned_to: id,
      stage: 'qualified',
      starting_after: id,
      offset: '0',
    };
    expect(query(given)).toEqual({ ...given, offset: 0, limit: 50 });
  });
});

describe('an update', () => {
  it.each([
    { score: 101 },
    { score: -1 },
    { score: 1.5 },
    { score: '1' },
    { temperature: 'icy' },
    { tags: 'a' },
    { stage: null },
  ])('refuses %j', (body) => {
    expect(() => parseInput(WireLeadUpdate, body)).toThrow(/^Invalid /);
  });

  it('clears with null', () => {
    const cleared = { temperature: null, score: null, assigned_to: null, job_title: null, bant: { need: null } };
    expect(parseInput(WireLeadUpdate, cleared)).toEqual(cleared);
  });
});
