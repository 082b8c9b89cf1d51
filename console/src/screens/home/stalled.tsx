import { Trans, useLingui } from '@lingui/react/macro';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Row, Rows } from '../../parts/rows.tsx';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { When } from '../../parts/when.tsx';
import { StalledDocument } from './generated/operations.ts';
import classes from './home.module.css';
import { Panel } from './panel.tsx';

/** Leads that nobody has been in touch with for longer than their tier allows. */
export function Stalled() {
  const { t } = useLingui();
  const query = useLiveQuery(StalledDocument, { variables: {}, on: ['LEAD_', 'TOUCHPOINT_'] });
  return (
    <Panel title={t`Leads nobody is in touch with`} count={query.data?.stalledLeads.totalCount}>
      <Loaded query={query}>
        {({ stalledLeads }) =>
          stalledLeads.nodes.length === 0 ? (
            <Empty title={t`No lead is overdue`}>
              <Trans>A lead comes here after 3, 7 or 14 days without a touchpoint, depending on its tier.</Trans>
            </Empty>
          ) : (
            <Rows>
              {stalledLeads.nodes.map(({ lead, reason, since }) => (
                <Row key={lead.id} className={classes['row']}>
                  <span className={`cut ${classes['what'] ?? ''}`}>
                    <ScreenLink path="leads" id={lead.id}>
                      {lead.name ?? lead.email ?? lead.id}
                    </ScreenLink>{' '}
                    <span className="muted">{reason}</span>
                  </span>
                  <span className={classes['since']}>
                    <When at={since} />
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
