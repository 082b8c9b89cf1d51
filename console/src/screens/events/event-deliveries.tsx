import { Plural, Trans } from '@lingui/react/macro';
import { Title } from '@mantine/core';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { usePolling } from '../../data/use-polling.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Row, Rows } from '../../parts/rows.tsx';
import { ScreenLink } from '../../parts/screen-link.tsx';
import classes from './events.module.css';
import { EventDeliveriesDocument } from './generated/operations.ts';

const lookMs = 3000;

/** To which endpoints an event went, and how that went. */
export function EventDeliveries({ id }: { readonly id: string }) {
  const query = useLiveQuery(EventDeliveriesDocument, { variables: { id }, on: ['WEBHOOK_'] });
  const nodes = query.data?.webhookDeliveries.nodes ?? [];
  usePolling(query.refresh, nodes.some(({ state }) => state === 'PENDING') ? lookMs : null);
  return (
    <section className={classes['section']} aria-labelledby="event-deliveries">
      <Title order={2} id="event-deliveries" mb="xs">
        <Trans>Deliveries</Trans>
      </Title>
      <Loaded query={query} lines={2}>
        {() =>
          nodes.length === 0 ? (
            <p className="muted">
              <Trans>No endpoint is told of it.</Trans>
            </p>
          ) : (
            <Rows>
              {nodes.map(({ id: deliveryId, state, endpoint, attempts }) => (
                <Row key={deliveryId} className={classes['row']}>
                  <div className="cut">
                    <ScreenLink path="webhooks" id={deliveryId} search={{ event: id }}>
                      {endpoint?.url ?? <Trans>a deleted endpoint</Trans>}
                    </ScreenLink>
                  </div>
                  <span>
                    <span className={classes['tone']} data-state={state}>
                      {state === 'SUCCEEDED' ? (
                        <Trans>Delivered</Trans>
                      ) : state === 'DEAD' ? (
                        <Trans>Given up</Trans>
                      ) : (
                        <Trans>Under way</Trans>
                      )}
                    </span>{' '}
                    <span className="muted">
                      <Plural value={attempts.length} one="# attempt" other="# attempts" />
                    </span>
                  </span>
                </Row>
              ))}
            </Rows>
          )
        }
      </Loaded>
    </section>
  );
}
