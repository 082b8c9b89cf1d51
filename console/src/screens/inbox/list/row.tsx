import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useAddress } from '../../../app/use-address.ts';
import { Face } from '../../../parts/face.tsx';
import { When } from '../../../parts/when.tsx';
import type { RowFragment } from '../generated/operations.ts';
import classes from '../inbox.module.css';
import { visitorName } from '../visitor-name.ts';

type Props = { readonly row: RowFragment; readonly top: number; readonly isChosen: boolean };

/** Who, what they said last, since when they wait, and who holds it. */
export const Row = memo(function Row({ row, top, isChosen }: Props) {
  const { t } = useLingui();
  const { search } = useAddress();
  const { id, lastMessage, lastMessageAt, waitingSince, takenOverBy, status } = row;
  return (
    <li className={classes['row']} style={{ top }}>
      <Link to={`/inbox/${id}`} search={search} {...(isChosen && { 'aria-current': true })}>
        <span className={`cut ${classes['name'] ?? ''}`}>{visitorName(row) ?? t`A visitor`}</span>
        <span className={classes['side']}>
          {waitingSince === null ? (
            <When at={lastMessageAt} />
          ) : (
            <span className={classes['waits']}>
              <Trans>
                waits <When at={waitingSince} way="for" />
              </Trans>
            </span>
          )}
        </span>
        <span className={`cut ${classes['said'] ?? ''}`}>{lastMessage?.content ?? t`Nothing said yet`}</span>
        <span className={classes['side']}>
          {status === 'CLOSED' && <Trans>closed</Trans>}
          {takenOverBy && (
            <>
              <Face name={takenOverBy.name} url={takenOverBy.avatarUrl} size={20} />
              <span className="cut">{takenOverBy.name}</span>
            </>
          )}
          {status === 'ACTIVE' && <Trans>AI</Trans>}
        </span>
      </Link>
    </li>
  );
});
