import { base } from '../base.ts';
import type { SuggestedAction } from '../generated/operations.ts';

export const suggestedActionWords = {
  PREPARE_MEETING: 'prepare_meeting',
  BOOK_MEETING: 'book_meeting',
  CHECK_IN_CALL: 'check_in_call',
  SEND_PROPOSAL: 'send_proposal',
  SEND_FOLLOW_UP_EMAIL: 'send_follow_up_email',
  SEND_BREAKUP_EMAIL: 'send_breakup_email',
  ENRICH: 'enrich',
  NURTURE: 'nurture',
} as const satisfies Record<SuggestedAction, string>;

const touchpointTypes = {
  PREPARE_MEETING: 'meeting',
  BOOK_MEETING: 'meeting_booked',
  CHECK_IN_CALL: 'call',
  SEND_PROPOSAL: 'email',
  SEND_FOLLOW_UP_EMAIL: 'email',
  SEND_BREAKUP_EMAIL: 'email',
  NURTURE: 'email',
} as const satisfies Record<Exclude<SuggestedAction, 'ENRICH'>, string>;

/** The call that goes with what is suggested: it carries it out, or tells that somebody did. */
export const stepFor = (action: SuggestedAction, leadId: string): string =>
  action === 'ENRICH'
    ? `POST ${base}/enrich { leadId: '${leadId}' }`
    : `POST ${base}/touchpoints { leadId: '${leadId}', type: '${touchpointTypes[action]}' } once you did: ${suggestedActionWords[action]}`;
