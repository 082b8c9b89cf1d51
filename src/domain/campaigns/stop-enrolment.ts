import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { CampaignEffect } from '../../db/write/campaign-effect.ts';
import type { Enrolment } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { parseInput, text } from '../input.ts';
import { lockLead } from '../leads/fields/lead-snapshot.ts';
import { stopEnrolments } from './stop-enrolments.ts';

const stopEnrolmentInput = z.strictObject({ reason: text(200).nullish() });

export type StoppedEnrolment = { readonly enrolment: Enrolment; readonly effects: readonly CampaignEffect[] };

/** Takes a lead out of a campaign: what is queued is skipped. One that has ended already stays as it is. @throws NOT_FOUND */
export async function stopEnrolment(
  context: DomainContext,
  id: string,
  input: z.input<typeof stopEnrolmentInput>,
): Promise<StoppedEnrolment> {
  requireScope(context.actor, 'campaigns:write');
  const { reason } = parseInput(stopEnrolmentInput, input);
  return context.write(async (tx) => {
    const found = await tx.enrolment.findFirst({ where: { id }, select: { leadId: true } });
    if (!found) throw notFound('enrolment');
    const lead = await lockLead(tx, found.leadId, { deleted: true });
    const [stopped] = await stopEnrolments(tx, lead, reason ?? 'stopped_by_hand', { id });
    const enrolment = stopped ?? (await tx.enrolment.findFirst({ where: { id } }));
    if (!enrolment) throw notFound('enrolment');
    return { enrolment, effects: tx.effects };
  });
}
