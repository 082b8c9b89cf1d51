import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSession } from '../../data/session.tsx';
import { Face } from '../../parts/face.tsx';
import { Row } from '../../parts/rows.tsx';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { When } from '../../parts/when.tsx';
import type { PersonFragment } from './generated/operations.ts';
import classes from './members.module.css';
import { roles } from '../../parts/words.ts';

type Props = { readonly member: PersonFragment; readonly held: number; readonly isCurrent: boolean };

/** A member in the list: who, as what, and what they hold, else since when they are here. */
export function MemberRow({ member, held, isCurrent }: Props) {
  const { t } = useLingui();
  const { viewer } = useSession();
  const { id, name, avatarUrl, email, role, type, joinedAt } = member;
  return (
    <Row className={classes['row']} data-current={isCurrent}>
      <Face name={name} url={avatarUrl} size={32} />
      <div className="cut">
        <ScreenLink path="members" id={id}>
          {name}
        </ScreenLink>{' '}
        {viewer.member?.id === id && (
          <span className="muted">
            <Trans>(you)</Trans>
          </span>
        )}
        <div className="muted cut">{email ?? (type === 'AGENT' ? t`AI agent` : t`No address`)}</div>
      </div>
      <div className={classes['since']}>
        <div>{role === null ? t`No role` : t(roles[role])}</div>
        <div className="muted">
          {held > 0 ? (
            <Plural value={held} one="holds # conversation" other="holds # conversations" />
          ) : joinedAt !== null ? (
            <Trans>
              joined <When at={joinedAt} />
            </Trans>
          ) : (
            type === 'HUMAN' && role !== null && <Trans>never signed in</Trans>
          )}
        </div>
      </div>
    </Row>
  );
}
