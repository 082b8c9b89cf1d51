import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { Feedback } from '../../db/generated/prisma/client.ts';
import { FeedbackPriority, FeedbackType } from '../../db/generated/prisma/enums.ts';
import type { DomainContext } from '../context.ts';
import { isBlank } from '../../text.ts';
import { jsonObject, parseInput, text } from '../input.ts';
import { feedbackEvent } from './feedback-event.ts';

/** Blank is none: agents report errors with `description: ""`. */
const description = z
  .string()
  .transform((value) => (isBlank(value) ? null : value))
  .pipe(text(10_000).nullable())
  .nullish();

const submitFeedbackInput = z.strictObject({
  type: z.enum(FeedbackType),
  title: text(200),
  agent: text(200).nullish(),
  priority: z.enum(FeedbackPriority).nullish(),
  description,
  context: jsonObject.nullish(),
});

/** Tells the operators of the installation of something. It is the whole workspace's, whatever business a key is locked to. */
export async function submitFeedback(
  context: DomainContext,
  input: z.input<typeof submitFeedbackInput>,
): Promise<Feedback> {
  requireScope(context.actor, 'feedback:write');
  const { context: known, ...report } = parseInput(submitFeedbackInput, input);
  const { type, title, agent = null, priority } = report;
  return context.write(async (tx) => {
    const feedback = await tx.feedback.create({
      data: {
        id: tx.newId(),
        type,
        title,
        agent,
        priority: priority ?? 'MEDIUM',
        description: report.description ?? null,
        ...(known && { context: known }),
        createdAt: tx.now,
        updatedAt: tx.now,
      },
    });
    tx.record('feedback.submitted', feedbackEvent(feedback));
    return feedback;
  });
}
