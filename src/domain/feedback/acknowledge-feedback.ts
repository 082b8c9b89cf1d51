import { requireScope } from '../../access/actor.ts';
import type { Feedback } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { lockFeedback } from './feedback-event.ts';

/** Notes that an answer was read, or that it was not. The same again changes nothing. */
export async function acknowledgeFeedback(
  context: DomainContext,
  id: string,
  acknowledged: boolean,
): Promise<Feedback> {
  requireScope(context.actor, 'feedback:write');
  return context.write(async (tx) => {
    const before = await lockFeedback(tx, id);
    if ((before.acknowledgedAt !== null) === acknowledged) return before;
    const [feedback] = await tx.feedback.updateManyAndReturn({
      where: { id },
      data: { acknowledgedAt: acknowledged ? tx.now : null, updatedAt: tx.now },
    });
    if (!feedback) throw notFound('feedback');
    tx.audit('feedback.acknowledged', { id, businessId: null });
    return feedback;
  });
}
