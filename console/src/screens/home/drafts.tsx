import { Trans, useLingui } from '@lingui/react/macro';
import { useSession } from '../../data/session.tsx';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { usePolling } from '../../data/use-polling.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Row, Rows } from '../../parts/rows.tsx';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { When } from '../../parts/when.tsx';
import { DraftsWaitingDocument } from './generated/operations.ts';
import classes from './home.module.css';
import { Panel } from './panel.tsx';

/** Mail that goes out only once somebody approves it. */
export function Drafts() {
  const { t } = useLingui();
  const { may } = useSession();
  const query = useLiveQuery(DraftsWaitingDocument, {
    variables: { leads: may('leads:read') },
    on: ['EMAIL_', 'CAMPAIGN_', 'LEAD_PURGED'],
  });
  // No event tells that a campaign was deleted, whose drafts go with it.
  usePolling(query.refresh, 60_000);
  return (
    <Panel title={t`Mail to approve`} count={query.data?.emails.totalCount}>
      <Loaded query={query}>
        {({ emails }) =>
          emails.nodes.length === 0 ? (
            <Empty title={t`No draft waits`}>
              <Trans>Mail that is drafted to a lead, or that a campaign wants to have approved, comes here.</Trans>
            </Empty>
          ) : (
            <Rows aria-label={t`Mail to approve`}>
              {emails.nodes.map(({ id, subject, lead, createdAt }) => (
                <Row key={id} className={classes['row']}>
                  <span className={`cut ${classes['what'] ?? ''}`}>
                    <ScreenLink path="automation" id={id}>
                      {subject}
                    </ScreenLink>{' '}
                    <span className="muted">{lead?.name ?? lead?.email}</span>
                  </span>
                  <span className={classes['since']}>
                    <When at={createdAt} />
                  </span>
                </Row>
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Panel>
  );
}
