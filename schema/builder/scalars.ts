import { GraphQLError, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';
import { z } from 'zod';
import { parseInstant, toIsoInstant } from '../../src/instant.ts';
import { describeJsonFault, findJsonFault } from '../../src/json.ts';
import { builder } from './builder.ts';

function parseDateTime(value: unknown): Date {
  const at = typeof value === 'string' ? parseInstant(value) : null;
  if (!at) throw new GraphQLError('DateTime must be an ISO 8601 instant such as 2026-05-04T13:22:01.000Z.');
  return at;
}

builder.scalarType('DateTime', {
  description: 'An instant in ISO 8601, answered in UTC with milliseconds: `2026-05-04T13:22:01.000Z`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: toIsoInstant,
  parseValue: parseDateTime,
});

const jsonObject = z.record(z.string(), z.json());

builder.scalarType('JSON', {
  description: 'Any JSON value. Where it is an input, an object of at most 64 KiB.',
  serialize: (value) => value,
  parseValue: parseJsonObject,
  parseLiteral: (node, variables) => parseJsonObject(valueOf(node, variables)),
});

function parseJsonObject(value: unknown) {
  const fault = findJsonFault(value);
  if (fault) throw new GraphQLError(describeJsonFault('JSON', fault));
  const { data } = jsonObject.safeParse(value);
  if (!data) throw new GraphQLError('JSON must be an object.');
  return data;
}

/** A literal with its variables put in. While a document is validated none is known yet, and null stands for each. */
function valueOf(node: ValueNode, variables: Record<string, unknown> | null | undefined): unknown {
  if (node.kind === Kind.VARIABLE) return variables ? variables[node.name.value] : null;
  if (node.kind === Kind.LIST) return node.values.map((item) => valueOf(item, variables) ?? null);
  if (node.kind !== Kind.OBJECT) return valueFromASTUntyped(node);
  const entries = node.fields.map(({ name, value }) => [name.value, valueOf(value, variables)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
