import { Plural, Trans } from '@lingui/react/macro';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { When } from '../../parts/when.tsx';
import { WidgetChatsDocument } from './generated/operations.ts';
import classes from './widgets.module.css';

/** How many conversations a widget has had, what was said last, and how many of them could have been leads. */
export function Chats({ widgetId }: { readonly widgetId: string }) {
  const { data } = useLiveQuery(WidgetChatsDocument, { variables: { id: widgetId }, on: ['CONVERSATION_'] });
  if (!data) return null;
  const { totalCount, nodes } = data.conversations;
  const [last] = nodes;
  const missed = (data.node?.kind === 'Widget' && data.node.conversationsNotCaptured) || 0;
  if (!last)
    return (
      <span className="muted">
        <Trans>No conversation yet</Trans>
      </span>
    );
  return (
    <>
      <div className="figures">
        <Plural value={totalCount} one="# conversation" other="# conversations" />
        {missed > 0 && (
          <>
            {' · '}
            <span className={classes['warn']}>
              <Plural
                value={missed}
                one="# could have been a lead, beyond the budget"
                other="# could have been leads, beyond the budget"
              />
            </span>
          </>
        )}
      </div>
      <div className={classes['last']}>
        <span className="cut">
          <ScreenLink path="inbox" id={last.id}>
            {last.lastMessage?.content ?? <Trans>Begun</Trans>}
          </ScreenLink>
        </span>
        <span className="muted">
          <When at={last.lastMessageAt} />
        </span>
      </div>
    </>
  );
}
