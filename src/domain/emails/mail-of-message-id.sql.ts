import { z } from 'zod';
import { plain } from '../../db/run/args.ts';
import { statementAcrossTenants } from '../../db/run/statement.ts';

/** Whose mail has a Message-ID, in whatever workspace: at most one. */
export const mailOfMessageId = statementAcrossTenants({
  name: 'mail-of-message-id',
  args: { messageId: plain<string>() },
  row: z.object({ orgId: z.string(), id: z.string(), leadId: z.string(), toAddress: z.string().nullable() }),
  text: `select org_id as "orgId", id, lead_id as "leadId", to_address as "toAddress" from scheduled_emails where message_id = :messageId`,
});
