import { z } from 'zod';
import { plain } from '../../db/run/args.ts';
import { statementAcrossTenants } from '../../db/run/statement.ts';

/** Whose mail carries a token to unsubscribe by, in whatever workspace. */
export const mailOfToken = statementAcrossTenants({
  name: 'mail-of-token',
  args: { hash: plain<Uint8Array>() },
  row: z.object({ orgId: z.string(), leadId: z.string(), toAddress: z.string().nullable() }),
  text: `select org_id as "orgId", lead_id as "leadId", to_address as "toAddress" from scheduled_emails where unsubscribe_hash = :hash`,
});
