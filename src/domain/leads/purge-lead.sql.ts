import { plain } from '../../db/run/args.ts';
import { change } from '../../db/run/statement.ts';

const beyondBusiness = 'What refers to a lead may be of whatever business.';

/** The first of three steps that take a lead off what stays without it, however many rows that are: who would refer to it waits. */
export const lockTalksOfLead = change({
  name: 'lock-talks-of-lead',
  args: { leadId: plain<string>() },
  beyondBusiness,
  text: 'select 1 from conversations where org_id = :org and lead_id = :leadId order by id for no key update',
});

export const detachLead = change({
  name: 'detach-lead',
  args: { leadId: plain<string>() },
  beyondBusiness,
  text: `with talks as (
       update conversations set lead_id = null, updated_at = :now::timestamptz where org_id = :org and lead_id = :leadId
     )
     update tasks set lead_id = null, updated_at = :now::timestamptz where org_id = :org and lead_id = :leadId`,
});

/** Of what came about a lead that is gone for good nothing is kept: of its meetings, and those of its address that are no lead's, only what tells a repetition. */
export const forgetWhatCame = change({
  name: 'forget-what-came',
  args: { leadId: plain<string>(), email: plain<string | null>() },
  beyondBusiness,
  text: `with deliveries as (
       update sync_deliveries set lead_id = null, body = null where org_id = :org and lead_id = :leadId
     )
     update meetings
        set lead_id = null, state = 'FORGOTTEN', title = null, event_uri = null, join_url = null, invitee_name = null,
            invitee_email = null, cancel_reason = null, updated_at = :now::timestamptz
      where org_id = :org and (lead_id = :leadId or (lead_id is null and lower(invitee_email) = lower(:email::text)))`,
});
