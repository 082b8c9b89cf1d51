import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import { eventCatalogue, eventTypes } from '../../src/events/catalogue.ts';
import type { RestDialect } from '../dialect.ts';

/** What a dialect posts to endpoints of its format, one operation an event type. */
export function describeWebhooks({ name, webhooks }: RestDialect): RouteConfig[] {
  if (!webhooks) return [];
  const { headers, bodies } = webhooks;
  return eventTypes.flatMap((type) => {
    const body = bodies[type];
    if (!body) return [];
    const { description } = eventCatalogue[type];
    return [
      {
        method: 'post' as const,
        path: type,
        operationId: `${name}.webhook.${type}`,
        tags: ['webhooks'],
        summary: description,
        description: `Posted to endpoints that \`createWebhookEndpoint\` made. ${promise}`,
        security: [],
        request: { headers, body: { required: true, content: { 'application/json': { schema: body } } } },
        responses: answers,
      },
    ];
  });
}

const promise = 'An event may come more than once and out of order.';

const answers = {
  '2XX': { description: 'Taken.' },
  default: {
    description:
      'Anything else, or nothing within 10 s: tried again 1 min, 5 min, 30 min and 2 h after the first attempt.',
  },
};
