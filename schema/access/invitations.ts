import type { Member } from '../../src/db/generated/prisma/client.ts';
import { inviteMember } from '../../src/domain/members/invite-member.ts';
import { revokeInvitation } from '../../src/domain/members/revoke-invitation.ts';
import { endMemberSessions } from '../../src/domain/sessions/end-member-sessions.ts';
import { builder } from '../builder/builder.ts';
import { MemberRoleEnum } from '../builder/enums.ts';
import { rowIdOf } from '../builder/global-id.ts';
import { secret } from '../builder/secret.ts';
import { MemberRef } from '../workspace/type.ts';

const InviteMemberInput = builder.inputType('InviteMemberInput', {
  description: 'A person who is to join the team.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: '1 to 200 characters; somebody who is on the team already keeps the name there is.',
    }),
    email: t.string({ required: true, description: 'An e-mail address, which no other member with a role has.' }),
    role: t.field({ type: MemberRoleEnum, required: true, description: 'What the person may do.' }),
  }),
});

const InviteMemberPayload = builder.objectRef<{ member: Member; url: string }>('InviteMemberPayload').implement({
  description: 'The member, and the link that signs in as it.',
  fields: (t) => ({
    member: t.field({ type: MemberRef, description: 'The member.', resolve: ({ member }) => member }),
    url: t.exposeString('url', {
      description:
        'The link to hand to the person. It signs in once within seven days; its token stands behind the `#`. Shown this once.',
      extensions: secret,
    }),
  }),
});

const RevokeInvitationPayload = builder.objectRef<{ member: Member }>('RevokeInvitationPayload').implement({
  description: 'The member whose link was ended.',
  fields: (t) => ({
    member: t.field({ type: MemberRef, description: 'The member.', resolve: ({ member }) => member }),
  }),
});

const EndMemberSessionsPayload = builder
  .objectRef<{ member: Member; endedSessions: number }>('EndMemberSessionsPayload')
  .implement({
    description: 'The member that was signed out.',
    fields: (t) => ({
      member: t.field({ type: MemberRef, description: 'The member.', resolve: ({ member }) => member }),
      endedSessions: t.exposeInt('endedSessions', { description: 'How many sessions were open, and are no longer.' }),
    }),
  });

builder.mutationFields((t) => ({
  inviteMember: t.field({
    type: InviteMemberPayload,
    description:
      'Puts a person on the team and answers a link that signs in as it, once. Nothing is mailed. Inviting the address again ends the earlier link and makes another; a member of that address without a role gets this one, one with another role answers CONFLICT. Needs `members:write`, and every scope of the role.',
    args: { input: t.arg({ type: InviteMemberInput, required: true, description: 'The person.' }) },
    resolve: (_, { input }, context) => inviteMember(context, input),
  }),
  revokeInvitation: t.field({
    type: RevokeInvitationPayload,
    description:
      'Ends the link that a member was sent and has not used. The member stays. Needs `members:write`, and every scope of the member’s role.',
    args: { memberId: t.arg.id({ required: true, description: 'The member’s id.' }) },
    resolve: async (_, { memberId }, context) => ({
      member: await revokeInvitation(context, rowIdOf('Member', memberId)),
    }),
  }),
  endMemberSessions: t.field({
    type: EndMemberSessionsPayload,
    description:
      'Signs a member out everywhere: its sessions of the console end at once, and what they have open within a second. Its keys stay, and it may sign in again. Needs `members:write` and every scope of the member’s role; nothing for oneself.',
    args: { memberId: t.arg.id({ required: true, description: 'The member’s id.' }) },
    resolve: (_, { memberId }, context) => endMemberSessions(context, rowIdOf('Member', memberId)),
  }),
}));
