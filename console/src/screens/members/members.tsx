import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect } from 'react';
import { useCommands } from '../../app/commands.tsx';
import { useAddress } from '../../app/use-address.ts';
import { usePages } from '../../data/use-pages.ts';
import { usePolling } from '../../data/use-polling.ts';
import { ScreenBody } from '../../parts/screen-body.tsx';
import { ScreenHeader } from '../../parts/screen-header.tsx';
import { MembersDocument } from './generated/operations.ts';
import { InviteMember } from './invite-member.tsx';
import { MemberList } from './member-list.tsx';
import classes from './members.module.css';
import { OneMember } from './one-member.tsx';
import { useRoles } from './use-roles.ts';

const lookMs = 15_000;

/** The team, and beside it one of them: what it may do, what it holds, and how it leaves. */
export function Members() {
  const { t } = useLingui();
  const { id, open } = useAddress();
  const { offered } = useRoles();
  const [isInviting, inviting] = useDisclosure();
  const pages = usePages(MembersDocument, { variables: (page) => page, select: ({ members }) => members, on: [] });
  const { query, nodes, hasMore, isReadingOn, readOn } = pages;
  // No event tells of the team.
  usePolling(query.refresh, lookMs);
  const mayInvite = offered.length > 0;
  useCommands(mayInvite ? [{ name: t`Invite somebody`, key: 'c', run: inviting.open }] : []);
  const member = nodes.find((one) => one.id === id);
  const isFurther = id !== null && member === undefined && hasMore && !isReadingOn;
  useEffect(() => {
    if (isFurther) readOn();
  }, [isFurther, readOn]);
  return (
    <ScreenBody>
      <ScreenHeader title={t`Members`}>
        {mayInvite && (
          <Button onClick={inviting.open}>
            <Trans>Invite somebody</Trans>
          </Button>
        )}
      </ScreenHeader>
      <InviteMember isOpen={isInviting} onClose={inviting.close} onDone={query.refresh} />
      <div className={classes['split']} data-open={id !== null}>
        <div className={classes['list']}>
          <MemberList pages={pages} current={id} />
        </div>
        {id !== null && query.data && (
          <OneMember
            key={id}
            member={member ?? null}
            isLoading={hasMore || isReadingOn}
            onChanged={query.refresh}
            onRemoved={() => {
              open(null, { replace: true });
              query.refresh();
            }}
          />
        )}
      </div>
    </ScreenBody>
  );
}
