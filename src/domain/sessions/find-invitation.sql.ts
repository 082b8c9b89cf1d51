import { z } from 'zod';
import { plain } from '../../db/run/args.ts';
import { statementAcrossTenants } from '../../db/run/statement.ts';

/** Whose invitation a token is, in whatever workspace; whether it still holds is settled where it is redeemed. */
export const invitationOfToken = statementAcrossTenants({
  name: 'find-invitation',
  args: { hash: plain<Uint8Array>() },
  row: z.object({ orgId: z.string(), id: z.string(), memberId: z.string().nullable() }),
  text: 'select org_id as "orgId", id, member_id as "memberId" from invitations where hash = :hash',
});
