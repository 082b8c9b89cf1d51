import { Trans, useLingui } from '@lingui/react/macro';
import { Group, Skeleton, Title } from '@mantine/core';
import { useSession } from '../../data/session.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Face } from '../../parts/face.tsx';
import { ScreenLink } from '../../parts/screen-link.tsx';
import type { PersonFragment } from './generated/operations.ts';
import { HeldBy } from './held-by.tsx';
import { MemberActions } from './member-actions.tsx';
import { MemberFacts } from './member-facts.tsx';
import classes from './members.module.css';

type Props = {
  readonly member: PersonFragment | null;
  /** It may be further down the list. */
  readonly isLoading: boolean;
  readonly onChanged: () => void;
  readonly onRemoved: () => void;
};

/** Somebody of the team. */
export function OneMember({ member, isLoading, onChanged, onRemoved }: Props) {
  const { t } = useLingui();
  const { may } = useSession();
  return (
    <div className={classes['beside']}>
      <nav aria-label={t`Way back`}>
        <ScreenLink path="members">
          <Trans>← All members</Trans>
        </ScreenLink>
      </nav>
      {member !== null ? (
        <>
          <Group gap="sm" my="md" wrap="nowrap">
            <Face name={member.name} url={member.avatarUrl} size={40} />
            <Title order={2}>{member.name}</Title>
          </Group>
          <MemberFacts member={member} />
          <MemberActions member={member} onChanged={onChanged} onRemoved={onRemoved} />
          {may('conversations:read') && <HeldBy memberId={member.id} />}
          {may('audit:read') && (
            <p>
              <ScreenLink path="audit" search={{ member: member.id }}>
                <Trans>What {member.name} changed</Trans>
              </ScreenLink>
            </p>
          )}
        </>
      ) : isLoading ? (
        <Skeleton h={120} my="md" role="status" aria-label={t`Loading`} />
      ) : (
        <Empty title={t`Nobody of that id is on the team`}>
          <Trans>Whoever left keeps their name on what they wrote; the audit log tells when.</Trans>
        </Empty>
      )}
    </div>
  );
}
