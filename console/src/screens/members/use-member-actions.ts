import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient } from 'urql';
import { useMutate } from '../../data/use-mutate.ts';
import { tellUndoable } from '../../parts/tell-undoable.tsx';
import { tellDone, tellFailed, tellNotDone } from '../../parts/tell.ts';
import {
  ChangeRoleDocument,
  EndInvitationDocument,
  EndSessionsDocument,
  InviteDocument,
  type MemberRole,
  MembersDocument,
  type MembersQueryVariables,
  type PersonFragment,
  RemoveMemberDocument,
} from './generated/operations.ts';
import { roles } from '../../parts/words.ts';

type Options = { readonly onChanged: () => void; readonly onRemoved: () => void };

const pageSize = 100;

/** What can be done to a member, each told as it went. */
export function useMemberActions({ id, name, email, role }: PersonFragment, { onChanged, onRemoved }: Options) {
  const { t } = useLingui();
  const client = useClient();
  const [changeRole, endSessions, endInvitation, invite, remove] = [
    useMutate(ChangeRoleDocument),
    useMutate(EndSessionsDocument),
    useMutate(EndInvitationDocument),
    useMutate(InviteDocument),
    useMutate(RemoveMemberDocument),
  ];
  /** A link that was just made, to be shown once. */
  const [url, setUrl] = useState<string | null>(null);

  /** As it stands at this moment; null where it cannot be read, or they are gone. */
  async function readRole(): Promise<MemberRole | null> {
    for (let after: string | null = null; ;) {
      const page: MembersQueryVariables = { first: pageSize, after };
      const { data } = await client.query(MembersDocument, page, { requestPolicy: 'network-only' }).toPromise();
      const found = data?.members.nodes.find((one) => one.id === id);
      if (found) return found.role;
      if (!data?.members.pageInfo.hasNextPage) return null;
      after = data.members.pageInfo.endCursor;
    }
  }

  async function setRole(next: MemberRole): Promise<void> {
    const { error } = await changeRole({ id, role: next });
    if (error) return tellFailed(t`Role not changed`, error);
    onChanged();
    if (role === null) return tellDone(t`Role changed`);
    return tellUndoable(t`Role changed`, async () => {
      const now = await readRole();
      if (now !== next) {
        onChanged();
        const told =
          now === null
            ? t`Their role could not be read, so it stays as it is.`
            : t`The role was changed meanwhile: it is ${t(roles[now])}.`;
        return tellNotDone(t`Role not changed back`, told);
      }
      const back = await changeRole({ id, role });
      if (back.error) return tellFailed(t`Role not changed back`, back.error);
      return onChanged();
    });
  }

  return {
    url,
    hideUrl: () => setUrl(null),
    setRole,
    async signOut() {
      const { data, error } = await endSessions({ memberId: id });
      if (error) return tellFailed(t`Not signed out`, error);
      const ended = data.endMemberSessions.endedSessions;
      return tellDone(t`${plural(ended, { one: '# session ended', other: '# sessions ended' })}`);
    },
    async endLink() {
      const { error } = await endInvitation({ memberId: id });
      return error ? tellFailed(t`Link not ended`, error) : tellDone(t`No link to ${name} works any more`);
    },
    async inviteAgain() {
      if (email === null || role === null) return;
      const { data, error } = await invite({ input: { name, email, role } });
      if (error) return tellFailed(t`No link was made`, error);
      setUrl(data.inviteMember.url);
    },
    async leave() {
      const { error } = await remove({ id });
      if (error) return tellFailed(t`Not removed`, error);
      tellDone(t`${name} is off the team`);
      return onRemoved();
    },
  };
}
