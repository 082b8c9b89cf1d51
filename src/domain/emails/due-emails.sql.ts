import { z } from 'zod';
import { plain } from '../../db/run/args.ts';
import { portionArgs, someOfEach } from '../../db/run/some-of-each.ts';
import { statementAcrossTenants } from '../../db/run/statement.ts';
import { sharedNowSql } from '../../clock.ts';
import { unsettled } from './mail-states.ts';

/**
 * Mail that is due, of organisations that may send any, and what was claimed and not heard of again. A step of a campaign waits for
 * those before it.
 */
export const dueEmails = statementAcrossTenants({
  name: 'due-emails',
  args: { now: plain<Date | null>(), lostAfterMs: plain<number>(), ...portionArgs },
  row: z.object({ orgId: z.string(), id: z.string() }),
  text: someOfEach(
    'id',
    `select e.org_id, e.id from scheduled_emails e
       join organisations o on o.id = e.org_id and 'MAIL' = any(o.outside_capabilities)
      where e.org_id > :afterOrg and e.state = 'QUEUED' and e.due_at <= ${sharedNowSql(':now')}
        and not exists (select from scheduled_emails p
              where p.org_id = e.org_id and p.enrolment_id = e.enrolment_id and p.step < e.step
                and p.state in ('${unsettled.join("', '")}'))
      union all
     select e.org_id, e.id from scheduled_emails e
      where e.org_id > :afterOrg and e.state = 'CLAIMED'
        and e.claimed_at <= ${sharedNowSql(':now')} - :lostAfterMs::float8 * interval '1 millisecond'`,
  ),
});
