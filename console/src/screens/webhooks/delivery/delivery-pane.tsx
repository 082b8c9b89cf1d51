import { Trans, useLingui } from '@lingui/react/macro';
import { useAddress } from '../../../app/use-address.ts';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { usePolling } from '../../../data/use-polling.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { ScreenHeader } from '../../../parts/screen-header.tsx';
import { DeliveryDocument } from '../generated/operations.ts';
import { paceOf } from '../verdict.ts';
import classes from '../webhooks.module.css';
import { Deliveries } from './deliveries.tsx';
import { DeliveryView } from './delivery-view.tsx';

type Props = {
  readonly id: string;
  /** Of the list beside it; null is that of all. */ readonly endpointId: string | null;
};

/** A delivery beside the list it was found in; alone where there is no room for both. */
export function DeliveryPane({ id, endpointId }: Props) {
  const { t } = useLingui();
  const { search } = useAddress();
  const query = useLiveQuery(DeliveryDocument, { variables: { id }, on: ['WEBHOOK_'], isKept: false });
  const node = query.data?.node;
  const delivery = node?.kind === 'WebhookDelivery' ? node : null;
  usePolling(query.refresh, delivery ? paceOf([delivery]) : null);
  const { attempt: _, of: __, ...filters } = search;
  return (
    <>
      <nav aria-label={t`Way back`}>
        <ScreenLink path="webhooks" id={endpointId ?? undefined} search={filters}>
          {endpointId === null ? <Trans>← All deliveries</Trans> : <Trans>← All deliveries of this endpoint</Trans>}
        </ScreenLink>
      </nav>
      <div className={classes['split']}>
        <div className={classes['list']}>
          <Deliveries endpointId={endpointId} current={id} />
        </div>
        <div className={classes['beside']}>
          <Loaded query={query} lines={8}>
            {() =>
              delivery ? (
                <DeliveryView key={id} delivery={delivery} onChanged={query.refresh} />
              ) : (
                <>
                  <ScreenHeader title={t`Webhooks`} />
                  <Empty title={t`There is no such delivery`}>
                    <Trans>Deliveries are kept as long as the workspace keeps its events.</Trans>
                  </Empty>
                </>
              )
            }
          </Loaded>
        </div>
      </div>
    </>
  );
}
