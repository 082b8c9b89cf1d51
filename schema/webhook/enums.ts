import { DeliveryState, WebhookFormat } from '../../src/db/generated/prisma/enums.ts';
import { mapValues } from '../../src/map-values.ts';
import { vendors, vendorWebhooks } from '../../src/vendors/index.ts';
import { enumOf } from '../builder/enums.ts';

export const WebhookFormatEnum = enumOf(
  'WebhookFormat',
  'The body and headers a webhook endpoint receives.',
  WebhookFormat,
  {
    ...mapValues(vendorWebhooks, (_, format) => `As ${vendors[format].title} documents it.`),
    STANDARD:
      'Standard Webhooks, carrying every event type; what an event is about stands under `data` as the graph shows it.',
  },
);

export const DeliveryStateEnum = enumOf('WebhookDeliveryState', 'How far a delivery has come.', DeliveryState, {
  PENDING: 'To be attempted at `nextAttemptAt`.',
  SUCCEEDED: 'Answered with a 2xx.',
  DEAD: 'Given up after its last attempt; can be retried by hand.',
});
