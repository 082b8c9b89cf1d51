import { Trans, useLingui } from '@lingui/react/macro';
import { memo, type MouseEvent } from 'react';
import { writeSearch } from '../../../app/search-text.ts';
import type { Address } from '../../../app/use-address.ts';
import { page } from '../../../page.ts';
import { Face } from '../../../parts/face.tsx';
import { When } from '../../../parts/when.tsx';
import type { RowFragment } from '../generated/operations.ts';
import classes from '../inbox.module.css';
import { visitorName } from '../visitor-name.ts';

type Props = {
  readonly row: RowFragment;
  readonly top: number;
  readonly isChosen: boolean;
} & Pick<Address, 'search' | 'open'>;

const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

/**
 * Who, what they said last, since when they wait, and who holds it. A link of its own: the router's is drawn anew in each row with
 * every step through the list.
 */
export const Row = memo(function Row({ row, top, isChosen, search, open }: Props) {
  const { t } = useLingui();
  const { id, lastMessage, lastMessageAt, waitingSince, takenOverBy, status } = row;
  return (
    <li className={classes['row']} style={{ top }}>
      <a
        href={`${page.base}/console/inbox/${encodeURIComponent(id)}${writeSearch(search)}`}
        {...(isChosen && { 'aria-current': true })}
        onClick={(event) => {
          if (!isPlain(event)) return;
          event.preventDefault();
          open(id);
        }}
      >
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
      </a>
    </li>
  );
});
