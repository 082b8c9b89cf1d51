import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { TouchpointType } from '../../db/generated/prisma/enums.ts';
import type { DomainContext } from '../context.ts';
import { invalidField } from '../../errors.ts';
import { jsonObject, parseInput, text } from '../input.ts';
import { lockLead } from '../leads/fields/lead-snapshot.ts';
import { addTouchpoint, type Recorded } from './add-touchpoint.ts';

const recordTouchpointInput = z.strictObject({
  leadId: text(40),
  type: z.enum(TouchpointType),
  channel: text(50).nullish(),
  summary: text(10_000).nullish(),
  metadata: jsonObject.nullish(),
  /** Now where it is absent. */
  occurredAt: z.date().nullish(),
});

const earliest = new Date('2000-01-01T00:00:00Z');

/** How far ahead of ours a caller's clock may be. */
const maxSkewMs = 5 * 60 * 1000;

/**
 * Records a contact with a lead, in either direction, and does what the workspace's rules and campaigns make of it.
 * @throws NOT_FOUND where there is no such lead; INVALID for a contact that is yet to come or before 2000.
 */
export async function recordTouchpoint(
  context: DomainContext,
  input: z.input<typeof recordTouchpointInput>,
): Promise<Recorded> {
  requireScope(context.actor, 'leads:write');
  const {
    leadId,
    type,
    channel = null,
    summary = null,
    metadata,
    occurredAt,
  } = parseInput(recordTouchpointInput, input);
  requirePast(occurredAt ?? null, context.services.clock.now());
  return context.write(async (tx) => {
    const lead = await lockLead(tx, leadId);
    const fields = { type, channel, summary, occurredAt: occurredAt ?? tx.now, ...(metadata && { metadata }) };
    return addTouchpoint(tx, context, lead, fields);
  });
}

function requirePast(at: Date | null, now: Date): void {
  if (at && at.getTime() > now.getTime() + maxSkewMs) throw invalidField('occurredAt', 'must not be in the future');
  if (at && at < earliest) throw invalidField('occurredAt', 'must not be before the year 2000');
}
