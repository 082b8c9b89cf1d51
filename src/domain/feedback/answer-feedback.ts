import { z } from 'zod';
import { requireScope, systemActor } from '../../access/actor.ts';
import type { Feedback } from '../../db/generated/prisma/client.ts';
import { FeedbackStatus } from '../../db/generated/prisma/enums.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { parseInput, text } from '../input.ts';
import { isSameValue } from '../same-value.ts';
import { feedbackEvent, lockFeedback } from './feedback-event.ts';

const answerFeedbackInput = z.strictObject({
  status: z.enum(FeedbackStatus).optional(),
  response: text(10_000).nullish(),
});

/**
 * Answers a report of any workspace, in the name of the installation: its owner is to acknowledge it anew. Both workspaces
 * keep an audit row, staff's of who did it. The same again changes nothing.
 * @throws NOT_FOUND
 */
export async function answerFeedback(
  context: DomainContext,
  id: string,
  input: z.input<typeof answerFeedbackInput>,
): Promise<Feedback> {
  const { actor, services } = context;
  requireScope(actor, 'staff');
  const wanted = Object.entries(parseInput(answerFeedbackInput, input)).filter(([, value]) => value !== undefined);
  const owner = await context.everyTenant().feedback.findFirst({ where: { id }, select: { orgId: true } });
  if (!owner) throw notFound('feedback');
  const { orgId } = owner;
  const opened = orgId === actor.orgId ? context : services.openAs(systemActor(orgId, actor.requestId));
  const changes = (before: Feedback) =>
    wanted.filter(([column, value]) => !isSameValue(Reflect.get(before, column), value));
  const seen = await opened.db.feedback.findFirst({ where: { id } });
  if (seen && changes(seen).length === 0) return seen;
  if (opened !== context) await context.write(async (tx) => tx.audit('feedback.answered', { id, businessId: null }));
  return opened.write(async (tx) => {
    const before = await lockFeedback(tx, id);
    const changed = changes(before);
    if (changed.length === 0) return before;
    const [feedback] = await tx.feedback.updateManyAndReturn({
      where: { id },
      data: { ...Object.fromEntries(changed), respondedAt: tx.now, acknowledgedAt: null, updatedAt: tx.now },
    });
    if (!feedback) throw notFound('feedback');
    tx.record('feedback.answered', feedbackEvent(feedback));
    return feedback;
  });
}
