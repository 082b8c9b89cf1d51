import { Trans, useLingui } from '@lingui/react/macro';
import { Id } from '../../parts/id.tsx';
import { When } from '../../parts/when.tsx';
import type { PersonFragment } from './generated/operations.ts';
import classes from './members.module.css';
import { roles } from '../../parts/words.ts';
import { useRoles } from './use-roles.ts';

/** What a member is and may do, and since when. */
export function MemberFacts({
  member: { id, email, role, type, createdAt, joinedAt },
}: {
  readonly member: PersonFragment;
}) {
  const { t } = useLingui();
  const { aboutOf } = useRoles();
  return (
    <dl className={classes['facts']}>
      <div className={classes['wide']}>
        <dt>
          <Trans>Role</Trans>
        </dt>
        <dd>
          {role === null ? (
            <Trans>None: it only names who acts, and its keys may what each of them may.</Trans>
          ) : (
            <>
              <strong>{t(roles[role])}</strong> <span className="muted">{aboutOf(role)}</span>
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>
          <Trans>E-mail</Trans>
        </dt>
        <dd>{email ?? <Trans>None</Trans>}</dd>
      </div>
      <div>
        <dt>
          <Trans>Is</Trans>
        </dt>
        <dd>{type === 'AGENT' ? <Trans>An AI agent</Trans> : <Trans>A person</Trans>}</dd>
      </div>
      <div>
        <dt>
          <Trans>Added</Trans>
        </dt>
        <dd>
          <When at={createdAt} /> <Id id={id} />
        </dd>
      </div>
      <div>
        <dt>
          <Trans>First signed in</Trans>
        </dt>
        <dd>{joinedAt === null ? <Trans>Never</Trans> : <When at={joinedAt} />}</dd>
      </div>
    </dl>
  );
}
