import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { JobState } from './generated/operations.ts';

export const states = {
  WAITING: msg`Waiting`,
  RUNNING: msg`Running`,
  SUCCEEDED: msg`Done`,
  DEAD: msg`Failed`,
  CANCELLED: msg`Cancelled`,
} as const satisfies Record<JobState, MessageDescriptor>;

/** Of those that this console knows; a later server has more. */
const kinds: Readonly<Record<string, MessageDescriptor>> = { TASK: msg`Task` };

export function useKindName(kind: string): string {
  const { i18n } = useLingui();
  const word = kinds[kind];
  return word ? i18n._(word) : kind;
}

export const isState = (text: string | undefined): text is JobState =>
  text !== undefined && Object.hasOwn(states, text);
