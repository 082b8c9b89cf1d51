import { Prisma } from '../../src/db/generated/prisma/client.ts';
import { listWebhookDeliveries, mostEventsOfLead } from '../../src/domain/webhooks/list-webhook-deliveries.ts';
import { listWebhookEndpoints } from '../../src/domain/webhooks/list-webhook-endpoints.ts';
import { builder } from '../builder/builder.ts';
import { connectionType, pageArgs, pageComplexity, toConnection, toPageInput } from '../builder/connection.ts';
import { DeliveryStateEnum } from './enums.ts';
import { fresh } from '../builder/fresh.ts';
import { referencedRowId } from '../builder/global-id.ts';
import { createRowQueries } from '../builder/row-query.ts';
import { WebhookDeliveryRef, WebhookEndpointRef } from './type.ts';

const EndpointConnection = connectionType(WebhookEndpointRef, 'WebhookEndpoint');
const DeliveryConnection = connectionType(WebhookDeliveryRef, 'WebhookDelivery');

const deliveryQueries = createRowQueries({
  columns: Prisma.WebhookDeliveryScalarFieldEnum,
  others: { event: ['eventId'], endpoint: ['endpointId'], attempts: ['eventId'] },
  always: ['id'],
});

builder.queryFields((t) => ({
  webhookEndpoints: t.field({
    type: EndpointConnection,
    description: 'Addresses that events are delivered to, newest first. Needs `webhooks:read`.',
    complexity: pageComplexity,
    args: pageArgs(t.arg),
    resolve: async (_, page, context) =>
      toConnection('WebhookEndpoint', await listWebhookEndpoints(context, toPageInput('WebhookEndpoint', page))),
  }),
  webhookDeliveries: t.field({
    type: DeliveryConnection,
    description: 'Deliveries, newest first. Needs `webhooks:read`.',
    extensions: fresh('operational'),
    complexity: pageComplexity,
    args: {
      ...pageArgs(t.arg),
      endpointId: t.arg.id({ description: 'To this endpoint.' }),
      eventId: t.arg.id({ description: 'Of this event.' }),
      leadId: t.arg.id({
        description: `Of events about this lead: of the newest ${mostEventsOfLead.toLocaleString('en')} that are kept.`,
      }),
      state: t.arg({ type: DeliveryStateEnum, description: 'In this state.' }),
      failing: t.arg.boolean({
        description:
          'True is those that were given up, also where none was posted since the endpoint was disabled or deleted, and those whose posts so far failed with another one to come; false is the others.',
      }),
    },
    resolve: async (_, { endpointId: id, eventId, leadId: ofLead, state, failing, ...args }, context, info) => {
      const endpointId = referencedRowId('WebhookEndpoint', 'endpointId', id);
      const leadId = referencedRowId('Lead', 'leadId', ofLead);
      const filter = { endpointId, eventId, leadId, state, failing };
      const [page, query] = [toPageInput('WebhookDelivery', args), deliveryQueries.ofConnection(info)];
      return toConnection('WebhookDelivery', await listWebhookDeliveries(context, filter, page, query));
    },
  }),
}));
