import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { builder } from './builder.ts';

const instant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/;

function parseDateTime(value: unknown): Date {
  const date = typeof value === 'string' && instant.test(value) ? new Date(value) : null;
  if (!date || Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1) {
    throw new GraphQLError('DateTime must be an ISO 8601 instant such as 2026-05-04T13:22:01.000Z.');
  }
  return date;
}

builder.scalarType('DateTime', {
  description: 'An instant in ISO 8601, answered in UTC with milliseconds: `2026-05-04T13:22:01.000Z`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => value.toISOString(),
  parseValue: parseDateTime,
});

const jsonObject = z.record(z.string(), z.json());

builder.scalarType('JSON', {
  description: 'Any JSON value. Where it is an input, an object of at most 64 KiB.',
  serialize: (value) => value,
  parseValue(value) {
    const { data } = jsonObject.safeParse(value);
    if (!data) throw new GraphQLError('JSON must be an object.');
    return data;
  },
});
