import type { Prisma } from '../generated/prisma/client.ts';

/**
 * How each table is kept.
 *
 * `logged` rows change only inside `write()`, which moves the organisation's revision; `operational` rows (attempts,
 * usage, idempotency) change on their own. `lock` names the column a business-locked key is held to; `null` means the
 * rows belong to the whole organisation.
 */
export const tables = {
  Organisation: { kind: 'logged', tenant: 'id', lock: null },
  Business: { kind: 'logged', tenant: 'orgId', lock: 'id' },
  Member: { kind: 'logged', tenant: 'orgId', lock: null },
  Widget: { kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  ApiKey: { kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  ApiKeyUsage: { kind: 'operational', tenant: 'orgId', lock: null },
  AliasUsage: { kind: 'operational', tenant: 'orgId', lock: null },
  Stage: { kind: 'logged', tenant: 'orgId', lock: null },
  Lead: { kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  Conversation: { kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  Message: { kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  Task: { kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  ScraperRun: { kind: 'logged', tenant: 'orgId', lock: null },
  CustomField: { kind: 'logged', tenant: 'orgId', lock: null },
  Note: { kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  Touchpoint: { kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  Playbook: { kind: 'logged', tenant: 'orgId', lock: null },
  AutomationRule: { kind: 'logged', tenant: 'orgId', lock: null },
  AutomationRun: { kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  Campaign: { kind: 'logged', tenant: 'orgId', lock: null },
  Enrolment: { kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  ScheduledEmail: { kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  SyncSource: { kind: 'logged', tenant: 'orgId', lock: null },
  Feedback: { kind: 'logged', tenant: 'orgId', lock: null },
  Event: { kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  AuditEntry: { kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  WebhookEndpoint: { kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  WebhookEndpointHealth: { kind: 'operational', tenant: 'orgId', lock: null },
  WebhookDelivery: { kind: 'operational', tenant: 'orgId', lock: 'businessId' },
  WebhookAttempt: { kind: 'operational', tenant: 'orgId', lock: null },
  IdempotencyKey: { kind: 'operational', tenant: 'orgId', lock: null },
} as const satisfies Record<
  Prisma.ModelName,
  { kind: 'logged' | 'operational'; tenant: 'id' | 'orgId'; lock: 'id' | 'businessId' | null }
>;
