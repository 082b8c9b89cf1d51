import { plain } from '../../db/run/args.ts';
import { change } from '../../db/run/statement.ts';

/** What went out of a campaign stays with its lead, as mail of none: who got it may follow its link to unsubscribe for good. */
export const keepSentMail = change({
  name: 'keep-sent-mail',
  args: { campaignId: plain<string>() },
  beyondBusiness: 'A campaign writes to leads of whatever business.',
  text: `update scheduled_emails set campaign_id = null, enrolment_id = null, step = null, updated_at = :now::timestamptz
    where org_id = :org and campaign_id = :campaignId and unsubscribe_hash is not null
      and state in ('SENT', 'KEPT', 'UNCERTAIN', 'BOUNCED')`,
});
