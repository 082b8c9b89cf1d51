import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useSession } from '../../data/session.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ChangeRole } from './change-role.tsx';
import type { PersonFragment } from './generated/operations.ts';
import { LinkOnce } from './link-once.tsx';
import classes from './members.module.css';
import { RemoveMember } from './remove-member.tsx';
import { useMemberActions } from './use-member-actions.ts';
import { useRoles } from './use-roles.ts';

type Props = { readonly member: PersonFragment; readonly onChanged: () => void; readonly onRemoved: () => void };

/** What the viewer may do to a member: nothing to whoever may more. */
export function MemberActions({ member, onChanged, onRemoved }: Props) {
  const { t } = useLingui();
  const { viewer } = useSession();
  const { mayGive } = useRoles();
  const actions = useMemberActions(member, { onChanged, onRemoved });
  const { name, role, type, email, joinedAt } = member;
  const isSelf = viewer.member?.id === member.id;
  const mayChange = mayGive(role);
  const isInvited = type === 'HUMAN' && role !== null && email !== null && joinedAt === null;
  return (
    <div className={classes['section']}>
      {mayChange && <ChangeRole role={role} onChange={(next) => void actions.setRole(next)} />}
      <Group gap="sm">
        {mayChange && isInvited && (
          <>
            <Button variant="default" onClick={() => void actions.inviteAgain()}>
              <Trans>Make another link</Trans>
            </Button>
            <Button variant="default" onClick={() => void actions.endLink()}>
              <Trans>End the link</Trans>
            </Button>
          </>
        )}
        {(isSelf || mayChange) && (
          <Button variant="default" onClick={() => void actions.signOut()}>
            <Trans>Sign out everywhere</Trans>
          </Button>
        )}
        {mayChange && <RemoveMember name={name} isSelf={isSelf} onRemove={() => void actions.leave()} />}
      </Group>
      <Dialog isOpen={actions.url !== null} onClose={actions.hideUrl} title={t`Another link`}>
        {actions.url !== null && <LinkOnce name={name} url={actions.url} onDone={actions.hideUrl} />}
      </Dialog>
    </div>
  );
}
