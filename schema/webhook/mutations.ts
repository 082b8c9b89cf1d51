import type { WebhookDelivery } from '../../src/db/generated/prisma/client.ts';
import type { WebhookEndpoint } from '../../src/db/generated/prisma/client.ts';
import { activateWebhookSecret } from '../../src/domain/webhooks/activate-webhook-secret.ts';
import { createWebhookEndpoint } from '../../src/domain/webhooks/create-webhook-endpoint.ts';
import { deleteWebhookEndpoint } from '../../src/domain/webhooks/delete-webhook-endpoint.ts';
import { replayEvents, type ReplayedEvents } from '../../src/domain/webhooks/replay-events.ts';
import type { Planned } from '../../src/domain/plan.ts';
import { retryWebhookDelivery } from '../../src/domain/webhooks/retry-webhook-delivery.ts';
import { rotateWebhookSecret } from '../../src/domain/webhooks/rotate-webhook-secret.ts';
import type { WithSigningSecret } from '../../src/domain/webhooks/signing-secret.ts';
import { sendTestEvent } from '../../src/domain/webhooks/send-test-event.ts';
import { updateWebhookEndpoint } from '../../src/domain/webhooks/update-webhook-endpoint.ts';
import { builder } from '../builder/builder.ts';
import { EventTypeEnum } from '../builder/enums.ts';
import { WebhookFormatEnum } from './enums.ts';
import { referencedRowId, rowIdOf } from '../builder/global-id.ts';
import { WebhookDeliveryRef, WebhookEndpointRef } from './type.ts';
import { dryRunHelp, planField } from '../builder/plan.ts';
import { secret } from '../builder/secret.ts';

const CreateWebhookEndpointInput = builder.inputType('CreateWebhookEndpointInput', {
  description: 'A new address to deliver events to.',
  fields: (t) => ({
    url: t.string({ required: true, description: 'An http or https address that is not private.' }),
    format: t.field({ type: WebhookFormatEnum, required: true, description: 'How deliveries look.' }),
    types: t.field({
      type: [EventTypeEnum],
      description: 'Which events; absent or empty is every one the format carries and the key may read.',
    }),
    businessId: t.id({ description: 'Only the events of this business.' }),
    secret: t.string({ description: 'A signing secret to go on using; absent makes one.' }),
    consumerWorkspace: t.string({
      description: 'The `consumerWorkspace` of AI93 bodies; by default the workspace’s slug.',
    }),
    alsoStandard: t.boolean({
      description:
        'Adds the headers of Standard Webhooks to the format’s own, signed with the same secret, which must then be base64.',
    }),
  }),
});

const UpdateWebhookEndpointInput = builder.inputType('UpdateWebhookEndpointInput', {
  description: 'What to change of an endpoint. An absent field stays.',
  fields: (t) => ({
    url: t.string({ description: 'An http or https address that is not private.' }),
    types: t.field({
      type: [EventTypeEnum],
      description: 'Which events; empty is every one the format carries and the key may read.',
    }),
    enabled: t.boolean({ description: 'Whether events are delivered.' }),
    consumerWorkspace: t.string({ description: 'The `consumerWorkspace` of AI93 bodies.' }),
    alsoStandard: t.boolean({ description: 'Whether the headers of Standard Webhooks ride along.' }),
  }),
});

const secretPayload = (name: string, description: string) =>
  builder.objectRef<WithSigningSecret>(name).implement({
    description,
    fields: (t) => ({
      endpoint: t.field({
        type: WebhookEndpointRef,
        description: 'The endpoint.',
        resolve: ({ endpoint }) => endpoint,
      }),
      signingSecret: t.exposeString('signingSecret', {
        description: 'What deliveries are signed with. Shown this once.',
        extensions: secret,
      }),
      warnings: t.stringList({
        description: 'What is unwise about it, such as a secret of fewer than 16 characters; it was done all the same.',
        resolve: ({ warnings }) => [...warnings],
      }),
    }),
  });

const payload = (name: string, description: string) =>
  builder.objectRef<{ endpoint: WebhookEndpoint }>(name).implement({
    description,
    fields: (t) => ({
      endpoint: t.field({
        type: WebhookEndpointRef,
        description: 'The endpoint.',
        resolve: ({ endpoint }) => endpoint,
      }),
    }),
  });

const deliveryPayload = (name: string, description: string) =>
  builder.objectRef<{ delivery: WebhookDelivery }>(name).implement({
    description,
    fields: (t) => ({
      delivery: t.field({
        type: WebhookDeliveryRef,
        description: 'The delivery.',
        resolve: ({ delivery }) => delivery,
      }),
    }),
  });

const ReplayPayload = builder.objectRef<Planned<ReplayedEvents>>('ReplayEventsPayload').implement({
  description: 'What a replay set off.',
  fields: (t) => ({
    endpoint: t.field({
      type: WebhookEndpointRef,
      description: 'The endpoint.',
      resolve: ({ endpoint }) => endpoint,
    }),
    replayed: t.int({ description: 'How many deliveries were made.', resolve: ({ made }) => made }),
    skipped: t.exposeInt('skipped', { description: 'How many events had a delivery that was still pending.' }),
    cursor: t.id({
      nullable: true,
      description: 'The last event of this call, to go on after; null when there was none.',
      resolve: ({ lastEventId }) => lastEventId,
    }),
    hasMore: t.exposeBoolean('hasMore', { description: 'Whether there are further events after it.' }),
    plan: planField(t),
  }),
});

builder.mutationFields((t) => ({
  createWebhookEndpoint: t.field({
    type: secretPayload('CreateWebhookEndpointPayload', 'The endpoint that was made, and its secret.'),
    description:
      'Registers an address to deliver events to. Needs `webhooks:write` and the scopes that read what it will be told of. Where no types are named, a key that may not read them all gets those it may.',
    args: { input: t.arg({ type: CreateWebhookEndpointInput, required: true, description: 'The new endpoint.' }) },
    resolve: (_, { input }, context) =>
      createWebhookEndpoint(context, {
        ...input,
        businessId: referencedRowId('Business', 'businessId', input.businessId),
      }),
  }),
  updateWebhookEndpoint: t.field({
    type: payload('UpdateWebhookEndpointPayload', 'The endpoint that was changed.'),
    description:
      'Changes, disables or enables an endpoint. Needs `webhooks:write`; a new address, further types and enabling also the scopes that read what it will be told of.',
    args: {
      id: t.arg.id({ required: true, description: 'The endpoint’s id.' }),
      input: t.arg({ type: UpdateWebhookEndpointInput, required: true, description: 'What to change.' }),
    },
    resolve: async (_, { id, input: { url, types, enabled, consumerWorkspace, alsoStandard } }, context) => {
      const endpoint = await updateWebhookEndpoint(context, rowIdOf('WebhookEndpoint', id), {
        url: url ?? undefined,
        types,
        enabled: enabled ?? undefined,
        consumerWorkspace: consumerWorkspace ?? undefined,
        alsoStandard: alsoStandard ?? undefined,
      });
      return { endpoint };
    },
  }),
  rotateWebhookSecret: t.field({
    type: secretPayload('RotateWebhookSecretPayload', 'The endpoint, and its new secret.'),
    description:
      'Gives an endpoint a new signing secret. Until the overlap ends or `activateWebhookSecret` is called the old one goes on signing: STANDARD carries both signatures; QUINCER and AI93 have room for one, so first fires are signed with the old secret and the first retry with the new one, and whenever the consumer switches over, what it refuses comes again a minute later as it wants it. A consumer that tries both secrets refuses nothing. Another rotation meanwhile is a CONFLICT unless its overlap is 0. Needs `webhooks:write`.',
    args: {
      id: t.arg.id({ required: true, description: 'The endpoint’s id.' }),
      secret: t.arg.string({ description: 'A secret of one’s own; absent makes one.' }),
      overlapHours: t.arg.int({ description: 'For how long, 0 to 168; by default 24. 0 ends the old secret at once.' }),
    },
    resolve: (_, { id, ...input }, context) => rotateWebhookSecret(context, rowIdOf('WebhookEndpoint', id), input),
  }),
  activateWebhookSecret: t.field({
    type: payload('ActivateWebhookSecretPayload', 'The endpoint whose new secret alone signs now.'),
    description: 'Ends the overlap of a rotation: from now on only the new secret signs. Needs `webhooks:write`.',
    args: { id: t.arg.id({ required: true, description: 'The endpoint’s id.' }) },
    resolve: async (_, { id }, context) => ({
      endpoint: await activateWebhookSecret(context, rowIdOf('WebhookEndpoint', id)),
    }),
  }),
  replayEvents: t.field({
    type: ReplayPayload,
    description:
      'Delivers the events after a position or from an instant on to an endpoint once more, oldest first, under the ids they have. An event whose delivery to it is still pending gets no second one. Needs `webhooks:write` and the scopes that read these events.',
    args: {
      endpointId: t.arg.id({ required: true, description: 'The endpoint’s id.' }),
      after: t.arg.id({
        description: 'The id of the event to continue after; `evt_0000000000000000` starts with the oldest kept.',
      }),
      since: t.arg({
        type: 'DateTime',
        description: 'In place of `after`: the instant from which on events are delivered again. INVALID beside it.',
      }),
      types: t.arg({
        type: [EventTypeEnum],
        description: 'Only these types; absent is what the endpoint subscribes to.',
      }),
      first: t.arg.int({ description: 'At most so many events, 1 to 10,000; by default 10,000.' }),
      dryRun: t.arg.boolean({ description: dryRunHelp }),
    },
    resolve: (_, { endpointId, dryRun, ...input }, context) =>
      replayEvents(context, rowIdOf('WebhookEndpoint', endpointId), input, dryRun ?? false),
  }),
  deleteWebhookEndpoint: t.field({
    type: payload('DeleteWebhookEndpointPayload', 'The endpoint that was deleted.'),
    description: 'Ends deliveries to an address. Needs `webhooks:write`.',
    args: { id: t.arg.id({ required: true, description: 'The endpoint’s id.' }) },
    resolve: async (_, { id }, context) => ({
      endpoint: await deleteWebhookEndpoint(context, rowIdOf('WebhookEndpoint', id)),
    }),
  }),
  retryWebhookDelivery: t.field({
    type: deliveryPayload('RetryWebhookDeliveryPayload', 'The delivery that was posted again.'),
    description:
      'Posts a delivery now, whatever its state; the event id stays and attempts go on counting. Needs `webhooks:write` and the scope that reads the event.',
    args: { id: t.arg.id({ required: true, description: 'The delivery’s id.' }) },
    resolve: async (_, { id }, context) => ({
      delivery: await retryWebhookDelivery(context, rowIdOf('WebhookDelivery', id)),
    }),
  }),
  sendTestEvent: t.field({
    type: deliveryPayload('SendTestEventPayload', 'The delivery of the test, which is posted at once.'),
    description:
      'Sends one endpoint a made-up event, in its format and signed with its secret, to try a receiver: ids and values say `test`. It stands in the log as `WEBHOOK_ENDPOINT_TESTED`; no other endpoint is sent it. Needs `webhooks:write`.',
    args: {
      endpointId: t.arg.id({ required: true, description: 'The endpoint’s id.' }),
      type: t.arg({
        type: EventTypeEnum,
        description: 'What to send a sample of; by default the first type that the endpoint receives.',
      }),
    },
    resolve: async (_, { endpointId, type }, context) => ({
      delivery: await sendTestEvent(context, rowIdOf('WebhookEndpoint', endpointId), type ?? null),
    }),
  }),
}));
