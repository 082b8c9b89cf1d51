import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useCommands } from '../../../app/commands.tsx';
import { useSession } from '../../../data/session.tsx';
import { usePages } from '../../../data/use-pages.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { Row, Rows } from '../../../parts/rows.tsx';
import { ScreenHeader } from '../../../parts/screen-header.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { Deliveries } from '../delivery/deliveries.tsx';
import { EndpointsDocument } from '../generated/operations.ts';
import classes from '../webhooks.module.css';
import { Condition } from './condition.tsx';
import { EndpointForm } from './endpoint-form.tsx';
import { Recent } from './recent.tsx';

/** Every endpoint with how it goes, and what was posted to any of them. */
export function AllEndpoints() {
  const { t } = useLingui();
  const { may } = useSession();
  const [isMaking, making] = useDisclosure();
  const mayMake = may('webhooks:write');
  const { query, nodes, hasMore, readOn } = usePages(EndpointsDocument, {
    variables: (page) => page,
    select: ({ webhookEndpoints }) => webhookEndpoints,
    on: ['WEBHOOK_'],
  });
  useCommands(mayMake ? [{ name: t`Register an endpoint`, key: 'c', run: making.open }] : []);
  return (
    <>
      <ScreenHeader title={t`Webhooks`}>
        {mayMake && (
          <Button onClick={making.open}>
            <Trans>Register an endpoint</Trans>
          </Button>
        )}
      </ScreenHeader>
      <EndpointForm isOpen={isMaking} onClose={making.close} onSaved={query.refresh} />
      <Loaded query={query}>
        {() =>
          nodes.length === 0 ? (
            <Empty title={t`No endpoint yet`}>
              <Trans>
                Register the address that is to be told of what happens here. It is sent a signed POST for each event.
              </Trans>
            </Empty>
          ) : (
            <Rows aria-label={t`Endpoints`}>
              {nodes.map((endpoint) => (
                <Row key={endpoint.id} className={classes['row']}>
                  <div className={classes['what']}>
                    <div className="cut">
                      <ScreenLink path="webhooks" id={endpoint.id}>
                        {endpoint.url}
                      </ScreenLink>
                    </div>
                    <span className="muted">{endpoint.format}</span> <Condition {...endpoint} />
                    {endpoint.business && <span className="muted"> · {endpoint.business.name}</span>}
                  </div>
                  <div className={classes['since']}>
                    <Recent endpointId={endpoint.id} />
                  </div>
                </Row>
              ))}
            </Rows>
          )
        }
      </Loaded>
      {hasMore && (
        <Button variant="default" mb="xl" onClick={readOn}>
          <Trans>Show more endpoints</Trans>
        </Button>
      )}
      {nodes.length > 0 && (
        <section aria-labelledby="deliveries">
          <Title order={2} id="deliveries" mb="sm">
            <Trans>Deliveries</Trans>
          </Title>
          <Deliveries endpointId={null} />
        </section>
      )}
    </>
  );
}
