import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { TaskStatus, TaskType } from './generated/operations.ts';

export const types = {
  FOLLOW_UP: msg`Follow up`,
  EMAIL: msg`E-mail`,
  QUALIFICATION: msg`Qualify`,
  ENRICHMENT: msg`Enrich`,
  CRM_SYNC: msg`CRM sync`,
  OTHER: msg`Other`,
} as const satisfies Record<TaskType, MessageDescriptor>;

export const statuses = {
  PENDING: msg`To do`,
  RUNNING: msg`Running`,
  COMPLETED: msg`Done`,
  CANCELLED: msg`Cancelled`,
  FAILED: msg`Failed`,
} as const satisfies Record<TaskStatus, MessageDescriptor>;

/** Of those that have a date: by when. */
export const dues = {
  overdue: msg`Overdue`,
  today: msg`Until the end of today`,
  week: msg`Within a week`,
} as const;

export const orders = {
  due: msg`The most urgent first`,
  newest: msg`The newest first`,
} as const;

/** Whether an address or a form says one of these words. */
export const isWordOf = <Words extends object>(words: Words, word: string | undefined): word is keyof Words & string =>
  word !== undefined && Object.hasOwn(words, word);
