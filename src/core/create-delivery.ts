import { webhookBodies } from '../../compat/vendor-apis.ts';
import { disableFailingEndpoint } from '../domain/webhooks/disable-failing-endpoint.ts';
import type { Pulses } from '../pulses.ts';
import { createEventBodies } from '../webhooks/format/event-bodies.ts';
import { createFormats } from '../webhooks/format/formats.ts';
import { createPoster } from '../webhooks/post/poster.ts';
import { createDeliveryWorker } from '../webhooks/worker.ts';
import { addressPolicyOf } from './address-policy.ts';
import type { CoreOptions } from './core-options.ts';
import type { ActAsSystem } from './act-as-system.ts';

/** What leaves as webhooks: to which addresses, in which formats, made by whom. */
export function createDelivery(options: CoreOptions, pulses: Pulses, actAsSystem: ActAsSystem) {
  const { database, secretBox, clock, log, webhookLeaseMs: leaseMs, webhooksOf: organisation } = options;
  const addresses = addressPolicyOf(options, options.webhookAllowedRanges);
  const poster = createPoster({ addresses });
  const formats = createFormats(webhookBodies);
  const worker = createDeliveryWorker({
    database,
    poster,
    formats,
    secretBox,
    clock,
    log,
    pulses,
    organisation,
    ...(leaseMs !== undefined && { leaseMs }),
    onGivenUp: (endpoint) => {
      const failed = (error: unknown) => log.error({ err: error, ...endpoint }, 'A failing endpoint was not disabled.');
      disableFailingEndpoint(actAsSystem(endpoint.orgId, 'webhooks'), endpoint).catch(failed);
    },
  });
  return { addresses, poster, worker, webhookBody: createEventBodies(formats).bodyOf };
}
