import { calendarSecretContext } from '../domain/calendars/calendar-secrets.ts';
import { mailboxSecretContext, sourceSecretContext } from '../domain/sync-sources/source-secrets.ts';
import { secretContext } from '../domain/webhooks/signing-secret.ts';

/** Where secrets are kept sealed, in a column `secret` and, but for null, a second one, and what both are sealed for. */
export const sealedTables = [
  { table: 'webhook_endpoints', contextOf: secretContext, second: 'previous_secret', inUse: 'deleted_at is null' },
  { table: 'sync_sources', contextOf: sourceSecretContext, second: 'previous_secret', inUse: 'secret is not null' },
  { table: 'calendar_connections', contextOf: calendarSecretContext, second: 'access_token', inUse: 'true' },
  { table: 'sync_mailboxes', contextOf: mailboxSecretContext, second: null, inUse: 'true' },
] as const;

export type SealedTable = (typeof sealedTables)[number];
