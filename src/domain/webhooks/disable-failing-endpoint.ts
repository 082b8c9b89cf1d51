import type { DomainContext } from '../context.ts';
import { toEndpointSnapshot } from './endpoint-snapshot.ts';

export type FailingEndpoint = {
  readonly endpointId: string;
  readonly failingSince: Date;
  readonly failures: number;
};

/** Disables an endpoint that has failed for days, by the product's own doing, and tells of it. Once: a second call does nothing. */
export async function disableFailingEndpoint(
  { write }: Pick<DomainContext, 'write'>,
  { endpointId: id, failingSince, failures }: FailingEndpoint,
): Promise<void> {
  await write(async (tx) => {
    await tx.lock('webhook_endpoints', id);
    const disabledReason = `All of ${failures} attempts since ${failingSince.toISOString()} failed.`;
    const [endpoint] = await tx.webhookEndpoint.updateManyAndReturn({
      where: { id, deletedAt: null, disabledAt: null },
      data: { disabledAt: tx.now, disabledReason, updatedAt: tx.now },
    });
    if (!endpoint) return;
    const snapshot = { endpoint: toEndpointSnapshot(endpoint) };
    tx.record('webhook_endpoint.disabled', { subjectId: id, businessId: endpoint.businessId, snapshot });
  });
}
