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

/** Whether an address or a form says one of these words. */
export const isWordOf = <Words extends object>(words: Words, word: string | undefined): word is keyof Words & string =>
  word !== undefined && Object.hasOwn(words, word);
