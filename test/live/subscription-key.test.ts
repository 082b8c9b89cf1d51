import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { subscriptionKey } from '../../src/server/live/subscription-key.ts';

const keyOf = (
  query: string,
  variables: Record<string, unknown> = {},
  rights = 'r',
  operationName: string | null = null,
) => subscriptionKey({ document: parse(query), operationName, variables, rights });

const withVariable =
  'subscription ($after: ID, $first: Int) { events(after: $after) { id lead { notes(first: $first) { id } } } }';

test('is the same wherever a subscription begins', () => {
  expect(keyOf(withVariable, { after: 'evt_1' })).toBe(keyOf(withVariable, { after: 'evt_2' }));
  expect(keyOf(withVariable, { after: 'evt_1' })).toBe(keyOf(withVariable));
  expect(keyOf('subscription { events(after: "evt_1") { id } }')).toBe(
    keyOf('subscription { events(after: "evt_2") { id } }'),
  );
});

test('is the same whatever the white space and the order of variables', () => {
  expect(keyOf('subscription{events{id}}')).toBe(keyOf('subscription {\n  events { id }\n}'));
  const query = 'subscription ($a: JSON, $b: Int) { events { x(a: $a, b: $b) } }';
  expect(keyOf(query, { a: { p: 1, q: 2 }, b: 1 })).toBe(keyOf(query, { b: 1, a: { q: 2, p: 1 } }));
});

test.each([
  ['another variable', keyOf(withVariable, { first: 1 }), keyOf(withVariable, { first: 2 })],
  ['another selection', keyOf('subscription { events { id } }'), keyOf('subscription { events { id type } }')],
  ['another alias', keyOf('subscription { events { id } }'), keyOf('subscription { e: events { id } }')],
  ['other rights', keyOf(withVariable, {}, 'one'), keyOf(withVariable, {}, 'two')],
  [
    'another operation',
    keyOf('subscription A { a } subscription B { b }', {}, 'r', 'A'),
    keyOf('subscription A { a } subscription B { b }', {}, 'r', 'B'),
  ],
  [
    'an after that is also used further down',
    keyOf('subscription ($after: ID) { events(after: $after) { notes(after: $after) { id } } }', { after: '1' }),
    keyOf('subscription ($after: ID) { events(after: $after) { notes(after: $after) { id } } }', { after: '2' }),
  ],
])('differs for %s', (_, one, other) => {
  expect(one).not.toBe(other);
});
