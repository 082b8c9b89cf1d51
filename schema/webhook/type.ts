import type {
  WebhookAttempt,
  WebhookDelivery,
  WebhookEndpoint,
  WebhookEndpointHealth,
} from '../../src/db/generated/prisma/client.ts';
import { isByHand } from '../../src/db/write/by-hand.ts';
import { type SentRequest, showRequest } from '../../src/domain/webhooks/show-request.ts';
import { isEventType } from '../../src/events/catalogue.ts';
import { formatRules } from '../../src/vendors/format-rules.ts';
import type { VerifierText } from '../../src/vendors/vendor.ts';
import { builder } from '../builder/builder.ts';
import { EventTypeEnum } from '../builder/enums.ts';
import { DeliveryStateEnum, WebhookFormatEnum } from './enums.ts';
import { fresh } from '../builder/fresh.ts';
import { toGlobalId } from '../../src/ids.ts';
import { loadOptional } from '../builder/loaders.ts';
import { EventRef, NodeRef } from '../builder/refs.ts';
import { BusinessRef } from '../widget.ts';

const HealthRef = builder.objectRef<WebhookEndpointHealth>('WebhookEndpointHealth').implement({
  description: 'How posts to an endpoint fail, since one was last taken.',
  extensions: fresh('operational'),
  fields: (t) => ({
    failingSince: t.field({
      type: 'DateTime',
      description: 'When the first of them failed.',
      resolve: ({ failingSince }) => failingSince,
    }),
    failures: t.exposeInt('failures', { description: 'How many failed.' }),
    pausedUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when nothing is posted; null while nothing holds the next one back but its own schedule.',
      resolve: ({ pausedUntil }, _, { services }) =>
        pausedUntil && pausedUntil > services.clock.now() ? pausedUntil : null,
    }),
  }),
});

const VerifierRef = builder.objectRef<VerifierText>('WebhookVerifier').implement({
  description:
    'How a receiver verifies posts of a format: the statements that differ between formats, in three languages, ready to stand in a program of one’s own.',
  fields: (t) => ({
    typescript: t.exposeString('typescript', {
      description:
        'The body of a function of `headers` (an object, names in lower case), `body` (the text as it arrived) and `secret` that returns whether the post is genuine. It uses `createHmac` of `node:crypto`, and `same`, which compares two strings in constant time.',
    }),
    python: t.exposeString('python', {
      description:
        'The same for Python: `headers` is a dict with names in lower case, `body` is bytes. It uses `base64`, `hashlib` and `hmac`. Lines after the first begin with four spaces.',
    }),
    shell: t.exposeString('shell', {
      description:
        'Prints what the signature must be, by openssl: the body is in `body.json`, the secret in `SECRET`, headers in variables of their names, such as `WEBHOOK_ID`.',
    }),
  }),
});

export const WebhookEndpointRef = builder.objectRef<WebhookEndpoint>('WebhookEndpoint').implement({
  description: 'An address that events are delivered to.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('WebhookEndpoint', id) }),
    url: t.exposeString('url', { description: 'Where deliveries are posted.' }),
    format: t.field({ type: WebhookFormatEnum, description: 'How they look.', resolve: ({ format }) => format }),
    verifier: t.field({
      type: VerifierRef,
      description: 'How its receiver tells that a post is genuine.',
      resolve: ({ format }) => formatRules[format].verifier,
    }),
    types: t.field({
      type: [EventTypeEnum],
      description: 'Which events are delivered; empty is every one the format carries.',
      resolve: ({ types }) => types.filter(isEventType),
    }),
    consumerWorkspace: t.exposeString('consumerWorkspace', { description: 'The `consumerWorkspace` of AI93 bodies.' }),
    enabled: t.boolean({
      description: 'Whether events are delivered.',
      resolve: ({ disabledAt }) => disabledAt === null,
    }),
    disabledAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Since when they are not.',
      resolve: ({ disabledAt }) => disabledAt,
    }),
    disabledReason: t.exposeString('disabledReason', {
      nullable: true,
      description: 'Why, where it was disabled because it had failed for days; null where somebody did it.',
    }),
    health: t.field({
      type: HealthRef,
      nullable: true,
      description: 'How posts fail at present; null while they are taken, and before the first.',
      resolve: ({ id }, _, { loaders }) => loaders.healthOfEndpoint.load(id),
    }),
    alsoStandard: t.exposeBoolean('alsoStandard', {
      description: 'Whether the headers of Standard Webhooks ride along with the format’s own.',
    }),
    secretOverlapEndsAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when the secret before the last rotation signs as well; null when none does.',
      extensions: fresh('clock'),
      resolve: ({ previousSecretExpiresAt }, _, { services }) =>
        previousSecretExpiresAt && previousSecretExpiresAt > services.clock.now() ? previousSecretExpiresAt : null,
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was made.', resolve: ({ createdAt }) => createdAt }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it last changed.',
      resolve: ({ updatedAt }) => updatedAt,
    }),
    business: t.field({
      type: BusinessRef,
      nullable: true,
      description: 'The one business whose events are delivered; null is all.',
      resolve: ({ businessId }, _, { loaders }) => loadOptional(loaders.business, businessId),
    }),
  }),
});

const RequestRef = builder.objectRef<SentRequest>('WebhookRequest').implement({
  description:
    'What a post sent: with it and the signing secret a verifier can be tried without waiting for the next event.',
  extensions: fresh('operational'),
  fields: (t) => ({
    url: t.exposeString('url', { description: 'Where to.' }),
    headers: t.field({
      type: 'JSON',
      description:
        'The headers by their names, signatures included, in the order in which they were sent; without those of the connection (Host, Content-Length, Connection).',
      resolve: ({ headers }) => headers,
    }),
    body: t.exposeString('body', {
      nullable: true,
      description:
        'The body, byte for byte as UTF-8. It is not kept but made of the event again, and told where it still is what was sent; null once the event is pruned, or where the server since tells it otherwise.',
    }),
    bodySha256: t.exposeString('digest', { description: 'The SHA-256 of the body that was sent, in base64.' }),
  }),
});

type AttemptNode = WebhookAttempt & Pick<WebhookDelivery, 'eventId'>;

const AttemptRef = builder.objectRef<AttemptNode>('WebhookAttempt').implement({
  description: 'One post of a delivery and how it went.',
  extensions: fresh('operational'),
  fields: (t) => ({
    number: t.exposeInt('number', { description: '1 for the first.' }),
    at: t.field({ type: 'DateTime', description: 'When it was posted.', resolve: ({ at }) => at }),
    status: t.exposeInt('status', {
      nullable: true,
      description: 'The HTTP status of the answer; null when none came.',
    }),
    durationMs: t.exposeInt('durationMs', { description: 'How long it took, in milliseconds.' }),
    error: t.exposeString('error', { nullable: true, description: 'Why no answer came.' }),
    responseExcerpt: t.exposeString('responseExcerpt', { nullable: true, description: 'How the answer began.' }),
    request: t.field({
      type: RequestRef,
      nullable: true,
      description:
        'What was sent; null where nothing could be, and in posts from before it was kept. Needs the scopes that read what the event is about.',
      resolve: async ({ request, eventId }, _, context) =>
        request === null ? null : showRequest(context, request, await context.loaders.eventRow.load(eventId)),
    }),
  }),
});

export const WebhookDeliveryRef = builder.objectRef<WebhookDelivery>('WebhookDelivery').implement({
  description: 'One event on its way to one endpoint.',
  extensions: fresh('operational'),
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('WebhookDelivery', id) }),
    state: t.field({ type: DeliveryStateEnum, description: 'How far it has come.', resolve: ({ state }) => state }),
    eventId: t.exposeID('eventId', { description: 'The id of the event, also once that is pruned.' }),
    event: t.field({
      type: EventRef,
      nullable: true,
      description: 'The event; null once it is pruned.',
      resolve: ({ eventId }, _, { loaders }) => loaders.event.load(eventId),
    }),
    endpointId: t.id({
      description: 'The id of the endpoint, also once that is deleted.',
      resolve: ({ endpointId }) => toGlobalId('WebhookEndpoint', endpointId),
    }),
    endpoint: t.field({
      type: WebhookEndpointRef,
      nullable: true,
      description: 'The endpoint; null once it is deleted.',
      resolve: ({ endpointId }, _, { loaders }) => loaders.endpoint.load(endpointId),
    }),
    attempts: t.field({
      type: [AttemptRef],
      description: 'Its posts so far, first one first.',
      resolve: async ({ id, eventId }, _, { loaders }) =>
        (await loaders.attemptsOfDelivery.load(id)).map((attempt) => ({ ...attempt, eventId })),
    }),
    nextAttemptAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it is posted next; null once it has come to an end.',
      resolve: ({ nextAttemptAt: dueAt }, _, { services }) => (dueAt && isByHand(dueAt) ? services.clock.now() : dueAt),
    }),
    deadReason: t.exposeString('deadReason', {
      nullable: true,
      description: 'Why it was given up, where no attempt tells: a deleted endpoint and the like.',
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When the event happened.',
      resolve: ({ createdAt }) => createdAt,
    }),
  }),
});
