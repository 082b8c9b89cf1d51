import { requireScope } from '../../../access/actor.ts';
import type { DomainContext } from '../../context.ts';
import { firstDeliveryIdAt } from '../first-id.ts';
import { deliveriesOverTime } from './deliveries.sql.ts';
import { cutOf, rowsByTime } from './pieces.ts';
import { type OverTime, overTime, type SpanInput, toSpan } from './span.ts';

export type Deliveries = {
  readonly succeeded: number;
  readonly pending: number;
  readonly dead: number;
  readonly attempts: number;
  /** Attempts that got no answer. */
  readonly unanswered: number;
  /** Of the attempts that were answered; null where none was. */
  readonly medianMs: number | null;
  readonly ninetyFifthMs: number | null;
};

/** How many deliveries are looked at for one answer, each with its attempts. */
const most = 50_000;

const none: Deliveries = {
  succeeded: 0,
  pending: 0,
  dead: 0,
  attempts: 0,
  unanswered: 0,
  medianMs: null,
  ninetyFifthMs: null,
};

/** How webhook deliveries went, by when they were made. @throws INVALID */
export async function readDeliveriesOverTime(context: DomainContext, input: SpanInput): Promise<OverTime<Deliveries>> {
  const { actor, run, services } = context;
  requireScope(actor, 'analytics:read');
  requireScope(actor, 'webhooks:read');
  const span = toSpan(services.clock.now(), input);
  const ids = { fromId: firstDeliveryIdAt(span.starts[0] ?? span.end), toId: firstDeliveryIdAt(span.end) };
  const rows = await run(deliveriesOverTime, { bucket: span.bucket, ...ids, most: most + 1 });
  const at = rowsByTime(rows);
  return overTime(span, cutOf(rows, most), (start) => {
    const { at: _, read: __, ...figures } = at(start) ?? { at: start, read: 0, ...none };
    return figures;
  });
}
