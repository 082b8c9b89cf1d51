import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import { eventCatalogue, eventTypes } from '../../src/events/catalogue.ts';
import { vendorWebhooks } from '../../src/vendors/index.ts';
import { usualRetrySeconds, type VendorWebhooks } from '../../src/vendors/vendor.ts';
import type { KeyDialect, RestDialect } from '../dialect.ts';

/** What a dialect posts to endpoints of its format, one operation an event type. */
export function describeWebhooks({ name, keys, webhooks }: RestDialect): RouteConfig[] {
  if (!webhooks) return [];
  const { headers, bodies } = webhooks;
  const responses = answersOf(keys);
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
        responses,
      },
    ];
  });
}

const promise = 'An event may come more than once and out of order.';

const byFormat: ReadonlyMap<string, VendorWebhooks> = new Map(Object.entries(vendorWebhooks));

function answersOf(format: KeyDialect) {
  const [, ...retries] = byFormat.get(format)?.retrySeconds ?? usualRetrySeconds;
  const times = listed.format(retries.map(toWords));
  return {
    '2XX': { description: 'Taken.' },
    default: { description: `Anything else, or nothing within 10 s: tried again ${times} after the first attempt.` },
  };
}

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' });

function toWords(seconds: number): string {
  if (seconds % 3600 === 0) return `${seconds / 3600} h`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}
