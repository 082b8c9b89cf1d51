import { z } from 'zod';
import { givenInstant } from '../route/scalars.ts';
import { queryObject } from '../route/strict-object.ts';
import { conversationStatus, reference, taskStatus, taskType, temperature } from './wire.ts';

const maxInt32 = 2 ** 31 - 1;

const digits = z.string().regex(/^\d+$/, 'must be a whole number');

export const limit = digits
  .transform((value) => Math.min(Number(value), 200))
  .pipe(z.int().min(1, 'must be at least 1'))
  .default(50)
  .meta({ type: 'integer', minimum: 1, default: 50, description: 'How many to answer; above 200 means 200.' });

const paging = {
  limit,
  starting_after: reference.optional().meta({ description: 'The page begins with what was created before this one.' }),
  offset: digits
    .transform(Number)
    .pipe(z.int().max(maxInt32, 'is too large'))
    .optional()
    .meta({ type: 'integer', minimum: 0, deprecated: true, description: 'Legacy paging; not with starting_after.' }),
};

const updatedSince = givenInstant.optional().meta({
  description: 'Inclusive; ISO 8601 (a date is its midnight in UTC) or epoch seconds.',
  example: '2026-05-04',
});

export const WireLeadQuery = queryObject({
  ...paging,
  widget_id: reference.optional(),
  stage: z.string().min(1).optional().meta({ description: 'A stage’s key, name or id.' }),
  temperature: temperature.optional().meta({ description: 'How warm the lead is.' }),
  assigned_to: reference.optional(),
  updated_since: updatedSince,
});

export const WireTaskQuery = queryObject({
  ...paging,
  widget_id: reference.optional(),
  lead_id: reference.optional(),
  status: taskStatus.optional().meta({ description: 'How far the task is.' }),
  type: taskType.optional().meta({ description: 'What kind of task.' }),
  updated_since: updatedSince,
});

export const WireConversationQuery = queryObject({
  ...paging,
  widget_id: reference.optional(),
  status: conversationStatus.optional().meta({ description: 'Who answers the visitor, or that nobody does any more.' }),
  updated_since: updatedSince,
});
