import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  CampaignTrigger,
  EnrolmentStatus,
  LeadTier,
  RuleTrigger,
  ScheduledEmailState,
} from './generated/operations.ts';

export const ruleTriggers = {
  CTA_CLICKED: msg`When a lead clicks on a call to action`,
  MEETING_BOOKED: msg`When a lead books a meeting`,
  NO_TOUCH: msg`When nobody was in touch with a lead for days`,
  PROPOSAL_VIEWED: msg`When a lead views a proposal`,
  QUIZ_COMPLETED: msg`When a lead completes a quiz`,
} as const satisfies Record<RuleTrigger, MessageDescriptor>;

export const campaignTriggers = {
  CTA_CLICKED: msg`When a lead clicks on a call to action`,
  MANUAL: msg`When somebody enrols a lead`,
  MEETING_BOOKED: msg`When a lead books a meeting`,
  PROPOSAL_VIEWED: msg`When a lead views a proposal`,
  QUIZ_COMPLETED: msg`When a lead completes a quiz`,
  STAGE_CHANGED: msg`When a lead moves to another stage`,
} as const satisfies Record<CampaignTrigger, MessageDescriptor>;

export const tiers = {
  HIGH: msg`tier high`,
  MEDIUM: msg`tier medium`,
  LOW: msg`tier low`,
} as const satisfies Record<LeadTier, MessageDescriptor>;

export const enrolmentStatuses = {
  ACTIVE: msg`Enrolled`,
  COMPLETED: msg`Through`,
  STOPPED: msg`Ended early`,
} as const satisfies Record<EnrolmentStatus, MessageDescriptor>;

/** Why an enrolment ended; whoever stopped it may have said anything else. */
const stopReasons: Readonly<Record<string, MessageDescriptor>> = {
  lead_replied: msg`the lead replied`,
  lead_converted: msg`the lead was won`,
  lead_closed: msg`the lead was closed`,
  lead_spam: msg`the lead is spam`,
  lead_deleted: msg`the lead was deleted`,
  email_bounced: msg`its mail came back`,
  unsubscribed: msg`it unsubscribed`,
  stopped_by_hand: msg`somebody took it out`,
};

export const stopReasonOf = (reason: string): MessageDescriptor | string => stopReasons[reason] ?? reason;

export const mailStates = {
  QUEUED: msg`In the queue`,
  SENT: msg`Sent`,
  SKIPPED: msg`Skipped`,
  FAILED: msg`Could not be sent`,
  DRAFT: msg`To be approved`,
  CLAIMED: msg`Being sent`,
  KEPT: msg`Kept in a file`,
  UNCERTAIN: msg`Perhaps sent`,
  BOUNCED: msg`Came back`,
  DISCARDED: msg`Discarded`,
} as const satisfies Record<ScheduledEmailState, MessageDescriptor>;

export const isMailState = (text: string | undefined): text is ScheduledEmailState =>
  text !== undefined && Object.hasOwn(mailStates, text);
