import { FeedbackPriority, FeedbackStatus, FeedbackType } from '../../src/db/generated/prisma/enums.ts';
import { enumOf } from '../builder/enums.ts';

export const FeedbackTypeEnum = enumOf('FeedbackType', 'What kind of report something is.', FeedbackType, {
  BUG: 'Something does not do what it says.',
  FEATURE: 'Something that is missing.',
  ERROR: 'A call failed.',
});

export const FeedbackPriorityEnum = enumOf('FeedbackPriority', 'How pressing a report is.', FeedbackPriority, {
  CRITICAL: 'Nothing can go on.',
  HIGH: 'Soon.',
  MEDIUM: 'In its turn.',
  LOW: 'Some time.',
});

export const FeedbackStatusEnum = enumOf('FeedbackStatus', 'How far a report is.', FeedbackStatus, {
  OPEN: 'Nobody has looked at it yet.',
  IN_PROGRESS: 'Somebody is at it.',
  RESOLVED: 'It is done; the response says what to do now.',
  CLOSED: 'Nothing more is to be done.',
});
