import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isEnumType,
  isScalarType,
  getNamedType,
  type GraphQLInputType,
} from 'graphql';
import { schema } from '../../schema/index.ts';
import { limits } from '../../src/limits.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

const long = 'a'.repeat(limits.argumentChars + 1);
const many = Array.from({ length: limits.argumentItems + 1 }, () => 'LEAD_CREATED');

it.each([
  ['id', 'query ($value: ID!) { node(id: $value) { id } }', long],
  ['after', 'query ($value: String!) { leads(first: 1, after: $value) { nodes { id } } }', long],
  ['email', 'query ($value: String!) { leads(first: 1, filter: { email: $value }) { nodes { id } } }', long],
  ['types', 'query ($value: [EventType!]!) { events(first: 1, types: $value) { nodes { id } } }', many],
  ['q', 'query ($value: String!) { conversations(first: 1, filter: { q: $value }) { nodes { id } } }', 'a'.repeat(201)],
])('%s is INVALID where it is longer than anything to read by: %s', async (field, query, value) => {
  const { errors } = await workspace.graph.send(query, { value });
  expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID', field });
});

/** Arguments of a type with a text or a list somewhere in them. */
function isUnbounded(type: GraphQLInputType, seen = new Set<string>()): boolean {
  if (isListType(type)) return true;
  if (isNonNullType(type)) return isUnbounded(type.ofType, seen);
  if (isEnumType(type)) return false;
  if (isScalarType(type)) return ['ID', 'String'].includes(type.name);
  if (!isInputObjectType(type) || seen.has(type.name)) return false;
  seen.add(type.name);
  return Object.values(type.getFields()).some((field) => isUnbounded(field.type, seen));
}

it('every text and list that something is read by is refused before anything is looked up', async () => {
  const checked: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type === schema.getMutationType()) continue;
    for (const field of Object.values(type.getFields())) {
      for (const argument of field.args.filter((one) => isUnbounded(one.type))) {
        const value = isInputObjectType(getNamedType(argument.type)) ? { text: long } : long;
        const context = { turn: (work: () => unknown) => work(), actor: { conversationId: null } };
        const run = type === schema.getSubscriptionType() ? field.subscribe : field.resolve;
        const told = async () => run?.({}, { [argument.name]: value }, context, Object.create(null));
        await expect(told(), `${type.name}.${field.name}(${argument.name})`).rejects.toMatchObject({ code: 'INVALID' });
        checked.push(`${type.name}.${field.name}`);
      }
    }
  }
  expect(checked).toEqual(expect.arrayContaining(['Query.leads', 'Lead.notes', 'Subscription.leadEvents']));
});
