import { z } from 'zod';
import { plain } from '../../db/run/args.ts';
import { statementAcrossTenants } from '../../db/run/statement.ts';

/**
 * The people of an address who have signed in before, then those whose invitation is open, where a slug is given in the workspace
 * of it; whether they may come in is settled where they do. Whoever invites an address that is not theirs stands behind where its
 * owner is at home.
 */
export const peopleOfAddress = statementAcrossTenants({
  name: 'find-people',
  args: {
    email: plain<string>(),
    issuer: plain<string>(),
    subject: plain<string>(),
    workspace: plain<string | null>(),
    now: plain<Date>(),
  },
  row: z.object({
    orgId: z.string(),
    memberId: z.string(),
    slug: z.string(),
    workspace: z.string(),
    hasOtherAccount: z.boolean(),
  }),
  text: `select m.org_id as "orgId", m.id as "memberId", o.slug, o.name as workspace,
    coalesce(a.subject <> :subject, false) as "hasOtherAccount"
  from members m join organisations o on o.id = m.org_id
  left join member_accounts a on a.org_id = m.org_id and a.member_id = m.id and a.issuer = :issuer
  where m.email = :email and m.role is not null and m.removed_at is null and m.type = 'HUMAN'
    and (:workspace::text is null or o.slug = :workspace)
    and (m.joined_at is not null or exists (
      select from invitations i where i.org_id = m.org_id and i.member_id = m.id
         and i.redeemed_at is null and i.revoked_at is null and i.expires_at > :now))
  order by m.joined_at is null, o.created_at, o.id limit 50`,
});
