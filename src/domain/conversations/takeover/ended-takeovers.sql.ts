import { z } from 'zod';
import { sharedNowSql } from '../../../clock.ts';
import { plain } from '../../../db/run/args.ts';
import { portionArgs, someOfEach } from '../../../db/run/some-of-each.ts';
import { statementAcrossTenants } from '../../../db/run/statement.ts';

/**
 * Conversations of every organisation whose takeover is over: its lease, or its holder is a key that was revoked or has expired.
 * For the job that ends them. A member's takeover ends with the membership, whatever becomes of the key
 * it was begun with.
 */
export const endedTakeovers = statementAcrossTenants({
  name: 'ended-takeovers',
  args: {
    sharedNow: plain<Date | null>(),
    ...portionArgs,
  },
  row: z.object({ orgId: z.string(), id: z.string() }),
  text: someOfEach(
    'id',
    `select org_id, id from conversations
  where taken_over_until <= ${sharedNowSql(':sharedNow')} and org_id > :afterOrg
  union
  select c.org_id, c.id from conversations c join api_keys k on k.org_id = c.org_id and k.id = c.holder_key_id
   where c.holder_key_id is not null and c.holder_member_id is null and c.status = 'HUMAN_ACTIVE'
     and (k.revoked_at is not null or k.expires_at <= ${sharedNowSql(':sharedNow')}) and c.org_id > :afterOrg`,
  ),
});
