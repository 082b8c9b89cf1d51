import { Trans, useLingui } from '@lingui/react/macro';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Row, Rows } from '../../parts/rows.tsx';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { When } from '../../parts/when.tsx';
import { FailingEndpointsDocument } from './generated/operations.ts';
import classes from './home.module.css';
import { Panel } from './panel.tsx';

/** Endpoints that answer with no 2xx, and those that were switched off for it. */
export function FailingEndpoints() {
  const { t } = useLingui();
  const query = useLiveQuery(FailingEndpointsDocument, { variables: {}, on: ['WEBHOOK_'] });
  const failing = query.data?.webhookEndpoints.nodes.filter(
    ({ health, enabled, disabledReason }) => health !== null || (!enabled && disabledReason !== null),
  );
  return (
    <Panel title={t`Failing webhooks`} count={failing?.length}>
      <Loaded query={query}>
        {() =>
          failing === undefined || failing.length === 0 ? (
            <Empty title={t`Every endpoint answers`}>
              <Trans>An endpoint that answers with no 2xx stands here until it does.</Trans>
            </Empty>
          ) : (
            <Rows>
              {failing.map(({ id, url, enabled, health }) => (
                <Row key={id} className={classes['row']}>
                  <span className={`cut ${classes['what'] ?? ''}`}>
                    <ScreenLink path="webhooks" id={id}>
                      {url}
                    </ScreenLink>{' '}
                    <span className="muted">
                      {enabled ? (
                        <Trans>{health?.failures ?? 0} attempts failed in a row</Trans>
                      ) : (
                        <Trans>switched off</Trans>
                      )}
                    </span>
                  </span>
                  {health && (
                    <span className={classes['since']}>
                      <When at={health.failingSince} />
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
