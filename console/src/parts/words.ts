import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { MemberRole } from '../data/generated/operations.ts';

/** What several screens call the graph's own words. */
export const roles = {
  OWNER: msg`Owner`,
  ADMIN: msg`Admin`,
  AGENT: msg`Agent`,
  VIEWER: msg`Viewer`,
} as const satisfies Record<MemberRole, MessageDescriptor>;

export const touchpointTypes = {
  CALL: msg`Call`,
  EMAIL: msg`E-mail`,
  MEETING: msg`Meeting`,
  MEETING_BOOKED: msg`Meeting booked`,
  REPLY: msg`Reply`,
  NOTE: msg`Note`,
  PROPOSAL_VIEWED: msg`Proposal viewed`,
  VIDEO_WATCHED: msg`Video watched`,
  CTA_CLICKED: msg`Button clicked`,
  QUIZ_COMPLETED: msg`Quiz completed`,
  OTHER: msg`Other`,
} as const satisfies Record<string, MessageDescriptor>;

export const temperatures = {
  HOT: msg`Hot`,
  WARM: msg`Warm`,
  COLD: msg`Cold`,
} as const satisfies Record<string, MessageDescriptor>;
