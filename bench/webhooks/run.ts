import { webhookBodies } from '../../compat/vendor-apis.ts';
import { createFormats } from '../../src/webhooks/format/formats.ts';

export const formats = createFormats(webhookBodies);

export type ThroughputPlan = { readonly endpoints: number; readonly deliveries: number; readonly concurrency: number };

export type Run = {
  readonly perSecond: number;
  /** Microseconds of this thread for each delivery. */
  readonly cpuUs: number;
};

export function startRun(deliveries: number): () => Run {
  const startedAt = performance.now();
  const cpu = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(cpu);
    return {
      perSecond: deliveries / ((performance.now() - startedAt) / 1000),
      cpuUs: (user + system) / deliveries,
    };
  };
}
