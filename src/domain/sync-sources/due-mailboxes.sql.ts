import { z } from 'zod';
import { plain } from '../../db/run/args.ts';
import { portionArgs, someOfEach } from '../../db/run/some-of-each.ts';
import { statementAcrossTenants } from '../../db/run/statement.ts';
import { sharedNowSql } from '../../clock.ts';

/** Mailboxes that are to be looked into, of sources that are in use. */
export const dueMailboxes = statementAcrossTenants({
  name: 'due-mailboxes',
  args: { now: plain<Date | null>(), ...portionArgs },
  row: z.object({ orgId: z.string(), id: z.string() }),
  text: someOfEach(
    'id',
    `select m.org_id, m.id from sync_mailboxes m
       join sync_sources s on s.org_id = m.org_id and s.id = m.id and s.enabled and s.type = 'GMAIL'
      where m.org_id > :afterOrg and m.next_read_at <= ${sharedNowSql(':now')}`,
  ),
});
