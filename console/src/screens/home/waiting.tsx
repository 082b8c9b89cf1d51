import { Trans, useLingui } from '@lingui/react/macro';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Empty } from '../../parts/empty.tsx';
import { Face } from '../../parts/face.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Row, Rows } from '../../parts/rows.tsx';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { When } from '../../parts/when.tsx';
import { WaitingDocument } from './generated/operations.ts';
import classes from './home.module.css';
import { Panel } from './panel.tsx';

/** Visitors who asked for a person, or were promised one, and have not been answered. */
export function Waiting() {
  const { t } = useLingui();
  const query = useLiveQuery(WaitingDocument, { variables: {}, on: ['CONVERSATION_'] });
  return (
    <Panel title={t`Waiting for a person`} count={query.data?.conversations.totalCount}>
      <Loaded query={query}>
        {({ conversations }) =>
          conversations.nodes.length === 0 ? (
            <Empty title={t`Nobody is waiting`}>
              <Trans>
                A visitor who asks for a person, or whose conversation somebody took over, stands here until answered.
              </Trans>
            </Empty>
          ) : (
            <Rows>
              {conversations.nodes.map(({ id, visitor, lead, takenOverBy, lastMessage, waitingSince }) => (
                <Row key={id} className={classes['row']}>
                  {takenOverBy && <Face name={takenOverBy.name} url={takenOverBy.avatarUrl} />}
                  <span className={`cut ${classes['what'] ?? ''}`}>
                    <ScreenLink path="inbox" id={id}>
                      {lead?.name ?? visitor.name ?? visitor.email ?? t`A visitor`}
                    </ScreenLink>{' '}
                    <span className="muted">{lastMessage?.content}</span>
                  </span>
                  {waitingSince && (
                    <span className={classes['since']}>
                      <When at={waitingSince} />
                    </span>
                  )}
                </Row>
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Panel>
  );
}
