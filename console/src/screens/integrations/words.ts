import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  IntegrationCapability,
  IntegrationState,
  ProviderCallOutcome,
  ScraperRunStatus,
  SyncDeliveryOutcome,
  SyncSourceType,
} from './generated/operations.ts';

export const capabilities = {
  MODEL: msg`Language model`,
  TRANSLATION: msg`Translation`,
  MAIL: msg`Mail`,
  ENRICHMENT: msg`Enrichment`,
  CALENDLY: msg`Calendly`,
  CAL_COM: msg`Cal.com`,
} as const satisfies Record<IntegrationCapability, MessageDescriptor>;

export const isCapability = (text: string | undefined): text is IntegrationCapability =>
  text !== undefined && Object.hasOwn(capabilities, text);

export const states = {
  CONNECTED: msg`Connected`,
  FAILING: msg`Failing`,
  NOT_GRANTED: msg`Not granted`,
  BUILT_IN: msg`Built in`,
  NOT_CONFIGURED: msg`Not configured`,
} as const satisfies Record<IntegrationState, MessageDescriptor>;

export const callOutcomes = {
  SUCCEEDED: msg`Answered`,
  FAILED: msg`Failed`,
} as const satisfies Record<ProviderCallOutcome, MessageDescriptor>;

export const isCallOutcome = (text: string | undefined): text is ProviderCallOutcome =>
  text !== undefined && Object.hasOwn(callOutcomes, text);

export const sourceTypes = {
  FORM_WEBHOOK: msg`A form that posts`,
  GENERIC_WEBHOOK: msg`Anything else that posts`,
  API_SDR: msg`An agent that calls the API`,
  GMAIL: msg`A mailbox, at Gmail or elsewhere`,
} as const satisfies Record<SyncSourceType, MessageDescriptor>;

export const outcomes = {
  CREATED: msg`A lead was made`,
  UPDATED: msg`A lead was completed`,
  UNCHANGED: msg`Known already`,
  REPEATED: msg`Came the day before`,
  REFUSED: msg`Refused`,
  OVER_BUDGET: msg`Too many in an hour`,
  NO_ROOM: msg`More leads than the plan holds`,
} as const satisfies Record<SyncDeliveryOutcome, MessageDescriptor>;

export const runStatuses = {
  SUCCEEDED: msg`Read to the end`,
  RUNNING: msg`Running`,
  FAILED: msg`Broke off`,
} as const satisfies Record<ScraperRunStatus, MessageDescriptor>;

export const isRunStatus = (text: string | undefined): text is ScraperRunStatus =>
  text !== undefined && Object.hasOwn(runStatuses, text);

export const isSourceType = (text: string): text is SyncSourceType => Object.hasOwn(sourceTypes, text);
