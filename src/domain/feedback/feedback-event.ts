import type { Feedback } from '../../db/generated/prisma/client.ts';
import type { EventRecord } from '../../db/write/event-record.ts';
import type { Tx } from '../../db/write/write.ts';
import { notFound } from '../../errors.ts';

/** Locks a report and reads it as it now is. @throws NOT_FOUND */
export async function lockFeedback(tx: Tx, id: string): Promise<Feedback> {
  await tx.lock('feedback', id);
  const feedback = await tx.feedback.findFirst({ where: { id } });
  if (!feedback) throw notFound('feedback');
  return feedback;
}

export const feedbackEvent = (feedback: Feedback): EventRecord => ({
  subjectId: feedback.id,
  businessId: null,
  snapshot: { feedback },
});
