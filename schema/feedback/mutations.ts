import type { Feedback } from '../../src/db/generated/prisma/client.ts';
import { acknowledgeFeedback } from '../../src/domain/feedback/acknowledge-feedback.ts';
import { answerFeedback } from '../../src/domain/feedback/answer-feedback.ts';
import { submitFeedback } from '../../src/domain/feedback/submit-feedback.ts';
import { builder } from '../builder/builder.ts';
import { FeedbackPriorityEnum, FeedbackStatusEnum, FeedbackTypeEnum } from './enums.ts';
import { FeedbackRef } from './type.ts';
import { rowIdOf } from '../builder/global-id.ts';

const SubmitFeedbackInput = builder.inputType('SubmitFeedbackInput', {
  description: 'What to tell the operators.',
  fields: (t) => ({
    type: t.field({ type: FeedbackTypeEnum, required: true, description: 'What kind of report.' }),
    title: t.string({ required: true, description: 'What it is about: 1 to 200 characters.' }),
    agent: t.string({ description: 'Who tells it; up to 200 characters.' }),
    priority: t.field({ type: FeedbackPriorityEnum, description: 'How pressing it is; MEDIUM by default.' }),
    description: t.string({ description: 'What happened; up to 10,000 characters.' }),
    context: t.field({ type: 'JSON', description: 'What is known of it: an object of at most 64 KiB.' }),
  }),
});

const AnswerFeedbackInput = builder.inputType('AnswerFeedbackInput', {
  description: 'What the operators say to a report. An absent field stays.',
  fields: (t) => ({
    status: t.field({ type: FeedbackStatusEnum, description: 'How far it is.' }),
    response: t.string({ description: 'What to do or to know; up to 10,000 characters. Null takes it back.' }),
  }),
});

/** The object a mutation answers: the report it changed. */
const payload = (name: string, verb: string) =>
  builder.objectRef<{ feedback: Feedback }>(name).implement({
    description: `The report that was ${verb}.`,
    fields: (t) => ({
      feedback: t.field({ type: FeedbackRef, description: 'The report.', resolve: ({ feedback }) => feedback }),
    }),
  });

const feedbackId = { required: true, description: 'The report’s id.' } as const;

builder.mutationFields((t) => ({
  submitFeedback: t.field({
    type: payload('SubmitFeedbackPayload', 'made'),
    description: 'Tells the operators of the installation of something. Needs `feedback:write`.',
    args: { input: t.arg({ type: SubmitFeedbackInput, required: true, description: 'The report.' }) },
    resolve: async (_, { input }, context) => ({ feedback: await submitFeedback(context, input) }),
  }),
  acknowledgeFeedback: t.field({
    type: payload('AcknowledgeFeedbackPayload', 'acknowledged'),
    description: 'Notes that an answer was read. The same again changes nothing. Needs `feedback:write`.',
    args: {
      id: t.arg.id(feedbackId),
      acknowledged: t.arg.boolean({ description: 'False notes that it was not; true by default.' }),
    },
    resolve: async (_, { id, acknowledged }, context) => ({
      feedback: await acknowledgeFeedback(context, rowIdOf('Feedback', id), acknowledged ?? true),
    }),
  }),
  answerFeedback: t.field({
    type: payload('AnswerFeedbackPayload', 'answered'),
    description:
      'Answers a report of any workspace; its owner is to acknowledge it anew. The same again changes nothing. Needs `staff`, and a key that is locked to no business.',
    args: {
      id: t.arg.id(feedbackId),
      input: t.arg({ type: AnswerFeedbackInput, required: true, description: 'The answer.' }),
    },
    resolve: async (_, { id, input: { status, response } }, context) => ({
      feedback: await answerFeedback(context, rowIdOf('Feedback', id), { status: status ?? undefined, response }),
    }),
  }),
}));
