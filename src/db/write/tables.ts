import type { Prisma } from '../generated/prisma/client.ts';

/**
 * How each table is kept.
 *
 * `logged` rows change only inside `write()`, which moves the organisation's revision; `operational` rows (attempts,
 * usage, idempotency) change on their own. `lock` names the column a business-locked key is held to; `null` means the
 * rows belong to the whole organisation.
 */
export const tables = {
  Organisation: { table: 'organisations', kind: 'logged', tenant: 'id', lock: null },
  KeptCount: { table: 'kept_counts', kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  Business: { table: 'businesses', kind: 'logged', tenant: 'orgId', lock: 'id' },
  Member: { table: 'members', kind: 'logged', tenant: 'orgId', lock: null },
  MemberAccount: { table: 'member_accounts', kind: 'logged', tenant: 'orgId', lock: null },
  Invitation: { table: 'invitations', kind: 'logged', tenant: 'orgId', lock: null },
  Widget: { table: 'widgets', kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  ApiKey: { table: 'api_keys', kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  ApiKeyUsage: { table: 'api_key_usage', kind: 'operational', tenant: 'orgId', lock: null },
  AliasUsage: { table: 'alias_usage', kind: 'operational', tenant: 'orgId', lock: null },
  Stage: { table: 'stages', kind: 'logged', tenant: 'orgId', lock: null },
  Lead: { table: 'leads', kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  Conversation: { table: 'conversations', kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  Message: { table: 'messages', kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  VisitorTokenUse: { table: 'visitor_token_uses', kind: 'operational', tenant: 'orgId', lock: null },
  Task: { table: 'tasks', kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  ScraperRun: { table: 'scraper_runs', kind: 'logged', tenant: 'orgId', lock: null },
  CustomField: { table: 'custom_fields', kind: 'logged', tenant: 'orgId', lock: null },
  Note: { table: 'notes', kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  Touchpoint: { table: 'touchpoints', kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  Playbook: { table: 'playbooks', kind: 'logged', tenant: 'orgId', lock: null },
  AutomationRule: { table: 'automation_rules', kind: 'logged', tenant: 'orgId', lock: null },
  AutomationRun: { table: 'automation_runs', kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  Campaign: { table: 'campaigns', kind: 'logged', tenant: 'orgId', lock: null },
  Enrolment: { table: 'enrolments', kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  ScheduledEmail: { table: 'scheduled_emails', kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  SyncSource: { table: 'sync_sources', kind: 'logged', tenant: 'orgId', lock: null },
  SyncDelivery: { table: 'sync_deliveries', kind: 'operational', tenant: 'orgId', lock: 'businessId' },
  SyncMailbox: { table: 'sync_mailboxes', kind: 'operational', tenant: 'orgId', lock: null },
  CalendarConnection: { table: 'calendar_connections', kind: 'operational', tenant: 'orgId', lock: null },
  Meeting: { table: 'meetings', kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  Feedback: { table: 'feedback', kind: 'logged', tenant: 'orgId', lock: null },
  Event: { table: 'events', kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  AuditEntry: { table: 'audit_entries', kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  WebhookEndpoint: { table: 'webhook_endpoints', kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  WebhookEndpointHealth: { table: 'webhook_endpoint_health', kind: 'operational', tenant: 'orgId', lock: null },
  WebhookDelivery: { table: 'webhook_deliveries', kind: 'operational', tenant: 'orgId', lock: 'businessId' },
  WebhookAttempt: { table: 'webhook_attempts', kind: 'operational', tenant: 'orgId', lock: null },
  WidgetAssistant: { table: 'widget_assistants', kind: 'logged', tenant: 'orgId', lock: 'businessId' },
  EnrichmentUsage: { table: 'enrichment_usage', kind: 'operational', tenant: 'orgId', lock: null },
  ModelUsage: { table: 'model_usage', kind: 'operational', tenant: 'orgId', lock: null },
  ProviderCall: { table: 'provider_calls', kind: 'operational', tenant: 'orgId', lock: 'businessId' },
  ProviderHealth: { table: 'provider_health', kind: 'operational', tenant: 'orgId', lock: null },
  Job: { table: 'jobs', kind: 'operational', tenant: 'orgId', lock: 'businessId' },
  IdempotencyKey: { table: 'idempotency_keys', kind: 'operational', tenant: 'orgId', lock: null },
} as const satisfies Record<
  Prisma.ModelName,
  { table: string; kind: 'logged' | 'operational'; tenant: 'id' | 'orgId'; lock: 'id' | 'businessId' | null }
>;

/** By which column a row is a visitor's conversation or of it. Of what has none there is nothing for a visitor. */
export const visitorColumns: Readonly<Partial<Record<Prisma.ModelName, string>>> = {
  Conversation: 'id',
  Message: 'conversationId',
};
