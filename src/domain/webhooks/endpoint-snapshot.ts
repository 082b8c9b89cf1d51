import type { WebhookEndpoint } from '../../db/generated/prisma/client.ts';
import type { EndpointSnapshot } from '../../events/snapshot.ts';

export function toEndpointSnapshot(endpoint: WebhookEndpoint): EndpointSnapshot {
  const { id, businessId, url, format, disabledAt, disabledReason, createdAt } = endpoint;
  return { id, businessId, url, format, disabledAt, disabledReason, createdAt };
}
