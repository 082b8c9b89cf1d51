import {
  getIntrospectionQuery,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  parse,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { createOperationCheck } from '../../src/server/graphql/check-operation.ts';

const publicTypes = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);

type Place = {
  readonly place: string;
  readonly description: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
  /** The names beside it. */
  readonly beside?: readonly string[];
};

type Described = Omit<Place, 'place' | 'beside'> & { readonly name: string };

const membersOf = (members: readonly Described[], toPlace: (name: string) => string): Place[] =>
  members.map(({ name, description, deprecationReason }) => ({
    place: toPlace(name),
    description,
    deprecationReason,
    beside: members.filter((member) => member.name !== name).map((member) => member.name),
  }));

/** Every place of a type where a description can stand. */
function placesOf(type: GraphQLNamedType): Place[] {
  const { name, description } = type;
  const places: Place[] = [{ place: name, description }];
  const toPlace = (member: string) => `${name}.${member}`;
  if (isEnumType(type)) return [...places, ...membersOf(type.getValues(), toPlace)];
  if (isInputObjectType(type)) return [...places, ...membersOf(Object.values(type.getFields()), toPlace)];
  if (!isObjectType(type) && !isInterfaceType(type)) return places;
  const fields = Object.values(type.getFields());
  const args = fields.flatMap((field) => membersOf(field.args, (argument) => `${toPlace(field.name)}(${argument})`));
  return [...places, ...membersOf(fields, toPlace), ...args];
}

const places = publicTypes.flatMap(placesOf);

test('every type, field, argument, input field and enum value is described', () => {
  expect(places.length).toBeGreaterThan(400);
  expect(places.filter(({ description }) => !description?.trim()).map(({ place }) => place)).toEqual([]);
});

test('it says organisation everywhere but in setOrganizationTier and in what is deprecated for it', () => {
  const american = places.filter(({ place, description, deprecationReason }) => {
    const text = [place, deprecationReason ? '' : description]
      .join(' ')
      .replaceAll(/setOrganizationTier(Payload)?/gi, '');
    return /organiz/i.test(text);
  });
  expect(american.map(({ place, deprecationReason }) => [place, deprecationReason])).toEqual([
    ['Feedback.organizationId', 'Use `organisationId`.'],
    ['Mutation.setOrganizationTier(organizationId)', 'Use `organisationId`.'],
  ]);
});

test('what is deprecated names what stands beside it instead', () => {
  const deprecated = places.filter(({ deprecationReason }) => deprecationReason);
  expect(deprecated.length).toBeGreaterThan(0);
  const lost = deprecated.filter(({ deprecationReason, beside }) => {
    const [, successor = ''] = /^Use `(\w+)`\.$/.exec(deprecationReason ?? '') ?? [];
    return !beside?.includes(successor);
  });
  expect(lost.map(({ place }) => place)).toEqual([]);
});

test('directives of our own are described', () => {
  const own = schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive));
  expect(own.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
});

/** What clients rely on: these names and shapes stay. */
const fixedShapes = [
  `mutation ($businessId: ID, $expiresAt: DateTime) {
    createApiKey(input: { name: "x", dialect: QUINCER, scopes: ["leads:read"], businessId: $businessId, expiresAt: $expiresAt }) { apiKey { id } secret }
  }`,
  'mutation ($id: ID!) { revokeApiKey(id: $id) { apiKey { id } } }',
  'mutation { createBusiness(input: { name: "x" }) { business { id } } }',
  'mutation { createWidget(input: { name: "x", allowedOrigins: ["*"] }) { widget { id } key } }',
  `mutation ($url: String!, $businessId: ID, $secret: String) {
    createWebhookEndpoint(input: { url: $url, format: STANDARD, types: [LEAD_CREATED], businessId: $businessId, secret: $secret }) { endpoint { id } signingSecret }
  }`,
  `mutation ($stage: String, $businessId: ID) {
    createLead(input: { name: "x", email: "x@example.com", phone: "1", stage: $stage, status: NEW, source: "form", tags: ["a"], businessId: $businessId }) {
      lead { id name status temperature score tags email stage { id key name } createdAt updatedAt }
    }
  }`,
  'mutation ($id: ID!) { updateLead(id: $id, input: { status: CONVERTED }) { lead { id } } }',
  'mutation ($id: ID!) { takeOverConversation(id: $id) { conversation { id status } } }',
  'mutation ($id: ID!, $message: String!) { replyToConversation(id: $id, message: $message) { message { id content } } }',
  'mutation ($id: ID!) { handBackConversation(id: $id) { conversation { id } } }',
  `mutation ($widgetId: ID!, $conversationId: ID, $visitor: VisitorInput) {
    sendVisitorMessage(widgetId: $widgetId, input: { message: "x", conversationId: $conversationId, visitor: $visitor }) { conversation { id } message { id } }
  }`,
  'mutation ($id: ID!) { retryWebhookDelivery(id: $id) { delivery { id } } }',
  'subscription ($after: ID) { leadEvents(after: $after) { id type createdAt lead { id stage { key } } previousStage { key } } }',
  `subscription ($conversationId: ID, $after: ID) {
    conversationEvents(conversationId: $conversationId, after: $after) { id type createdAt conversation { id status } message { id role content } }
  }`,
  'subscription ($types: [EventType!], $after: ID) { events(types: $types, after: $after) { id type createdAt } }',
  `subscription ($leadId: ID, $stage: String, $businessId: ID, $types: [EventType!], $after: ID) {
    leadEvents(leadId: $leadId, stage: $stage, businessId: $businessId, types: $types, after: $after) { id }
  }`,
  `subscription ($conversationId: ID, $widgetId: ID, $types: [EventType!], $after: ID) {
    conversationEvents(conversationId: $conversationId, widgetId: $widgetId, types: $types, after: $after) { id }
  }`,
  `query ($first: Int, $after: String, $filter: LeadFilter) {
    leads(first: $first, after: $after, filter: $filter) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id } } }
  }`,
  `query ($first: Int, $after: String, $filter: LeadFilter) {
    leads(first: $first, after: $after, filter: $filter) { edges { cursor node { id notes(first: 5) { nodes { id body } } } } }
  }`,
  `query ($first: Int, $after: ID, $types: [EventType!]) {
    events(first: $first, after: $after, types: $types) { nodes { id type createdAt } pageInfo { hasNextPage endCursor } }
  }`,
  `query ($endpointId: ID) {
    webhookDeliveries(endpointId: $endpointId, state: DEAD) { nodes { id event { id type } state nextAttemptAt attempts { number status durationMs at } } }
  }`,
  '{ pending: webhookDeliveries(state: PENDING) { nodes { id } } succeeded: webhookDeliveries(state: SUCCEEDED) { nodes { id } } }',
];

test.each(fixedShapes)('stays valid: %s', (document) => {
  expect(validate(schema, parse(document))).toEqual([]);
});

const namesOf = (type: GraphQLNamedType | null | undefined) =>
  isObjectType(type) ? Object.keys(type.getFields()) : [];

test('the fixed names are there', () => {
  expect(namesOf(schema.getQueryType())).toEqual(
    expect.arrayContaining(
      'viewer node lead leads conversation conversations task tasks events eventCursor webhookEndpoints webhookDeliveries apiKeys widgets businesses members auditLog'.split(
        ' ',
      ),
    ),
  );
  expect(namesOf(schema.getMutationType())).toEqual(
    expect.arrayContaining(
      'createLead updateLead deleteLead restoreLead handOffLead recordLeadReply takeOverConversation replyToConversation handBackConversation closeConversation sendVisitorMessage createTask updateTask createApiKey revokeApiKey createBusiness createWidget connectOpenClaw createWebhookEndpoint updateWebhookEndpoint rotateWebhookSecret deleteWebhookEndpoint retryWebhookDelivery'.split(
        ' ',
      ),
    ),
  );
  expect(namesOf(schema.getSubscriptionType())).toEqual([
    'conversationEvents',
    'conversationTyping',
    'events',
    'leadEvents',
  ]);
});

const valuesOf = (name: string): string[] => {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
};

test('the fixed enum values are there', () => {
  expect(valuesOf('LeadStatus').toSorted()).toEqual(['CLOSED', 'CONTACTED', 'CONVERTED', 'NEW', 'REPLIED', 'SPAM']);
  expect(valuesOf('WebhookFormat')).toEqual(expect.arrayContaining(['QUINCER', 'AI93', 'STANDARD']));
  expect(valuesOf('Dialect')).toEqual(expect.arrayContaining(['QUINCER', 'AI93', 'CLAWCRM', 'GRAPHQL']));
  expect(valuesOf('EventType')).toEqual(
    expect.arrayContaining(['LEAD_STAGE_CHANGED', 'CONVERSATION_MESSAGE_RECEIVED']),
  );
});

test('inputs are named for their mutations', () => {
  const inputs = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, args }) =>
    args.filter((argument) => argument.name === 'input').map((argument) => [name, String(argument.type)]),
  );
  for (const [name = '', type] of inputs) expect(type).toBe(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`);
});

test('introspection passes every limit', () => {
  const check = createOperationCheck(schema);
  const query = getIntrospectionQuery({
    inputValueDeprecation: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
  });
  expect(check({ document: parse(query), operationName: null, variables: {} })).toEqual([]);
});
