import { exampleId } from '../../../src/ids.ts';
import { z } from 'zod';
import { queryObject, strictObject } from '../../route/strict-object.ts';
import { graphValue, wordsOf } from '../../route/words.ts';
import { envelope } from '../envelope.ts';
import type { FeedbackPriority, FeedbackRowFragment, FeedbackStatus, FeedbackType } from '../generated/operations.ts';
import { paging } from '../paging.ts';
import { instant, text } from '../../route/scalars.ts';

const typeWords = { BUG: 'bug', FEATURE: 'feature', ERROR: 'error' } as const satisfies Record<FeedbackType, string>;

const priorityWords = {
  CRITICAL: 'critical',
  HIGH: 'high',
  MEDIUM: 'medium',
  LOW: 'low',
} as const satisfies Record<FeedbackPriority, string>;

export const feedbackStatusWords = {
  OPEN: 'open',
  IN_PROGRESS: 'in_progress',
  RESOLVED: 'resolved',
  CLOSED: 'closed',
} as const satisfies Record<FeedbackStatus, string>;

export const toFeedbackType = graphValue(typeWords);
export const toFeedbackPriority = graphValue(priorityWords);
export const toFeedbackStatus = graphValue(feedbackStatusWords);

const flexible = z.record(z.string(), z.unknown());
const feedbackId = z.string().meta({ description: 'The report’s id.', example: exampleId('Feedback') });
const type = z.enum(wordsOf(typeWords));
const priority = z.enum(wordsOf(priorityWords));
export const feedbackStatus = z.enum(wordsOf(feedbackStatusWords));

const WireFeedback = z
  .strictObject({
    id: feedbackId,
    type,
    agent: text,
    priority,
    title: z.string(),
    description: text,
    context: flexible.nullable(),
    status: feedbackStatus,
    response: text.meta({ description: 'What to do now, once it was answered.' }),
    respondedAt: instant.nullable(),
    acknowledged: z.boolean().meta({ description: 'Whether the answer was read.' }),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'ClawcrmFeedback' });

export const WireFeedbackList = envelope({
  feedback: z.array(WireFeedback),
  total: z.int().meta({ description: 'How many match in all.' }),
  limit: z.int(),
  offset: z.int(),
}).meta({ id: 'ClawcrmFeedbackList' });

export const WireFeedbackMade = envelope({ feedbackId, id: feedbackId, feedback: WireFeedback }).meta({
  id: 'ClawcrmFeedbackMade',
});
export const WireFeedbackChanged = envelope({ feedback: WireFeedback }).meta({ id: 'ClawcrmFeedbackChanged' });

export const WireNewFeedback = strictObject({
  type,
  title: z.string().max(200).meta({ description: 'Brief description.', example: 'Enrichment failing for leads' }),
  agent: z.string().max(200).nullish().meta({ description: 'Your name.' }),
  priority: priority.optional().meta({ description: '`medium` by default.' }),
  description: z.string().max(10_000).nullish().meta({ description: 'What happened.' }),
  context: flexible.nullish().meta({ description: 'endpoint, statusCode, errorMessage and so on; flexible, 64 KiB.' }),
}).meta({ id: 'ClawcrmNewFeedback' });

export const WireFeedbackUpdate = strictObject({
  acknowledged: z.boolean().optional().meta({ description: 'The owner’s: whether the answer was read.' }),
  status: feedbackStatus.optional().meta({ description: 'Staff’s: how far it is.' }),
  response: z.string().max(10_000).nullish().meta({ description: 'Staff’s: what to do now.' }),
}).meta({ id: 'ClawcrmFeedbackUpdate', description: 'Either `acknowledged`, or `status` and `response`.' });

export const WireFeedbackQuery = queryObject({
  status: feedbackStatus.optional().meta({ description: 'Only reports with this status.' }),
  type: type.optional().meta({ description: 'Only reports of this kind.' }),
  id: feedbackId.regex(/^fb_[0-9a-z]+$/, 'must be the id of a report: fb_…').optional(),
  ...paging,
});

export const WireFeedbackId = strictObject({ id: feedbackId });

export const toClawcrmFeedback = ({
  type: kind,
  priority: pressing,
  status,
  context,
  acknowledgedAt,
  ...same
}: FeedbackRowFragment): z.input<typeof WireFeedback> => ({
  ...same,
  type: typeWords[kind],
  priority: priorityWords[pressing],
  status: feedbackStatusWords[status],
  context: context === null ? null : flexible.parse(context),
  acknowledged: acknowledgedAt !== null,
});
