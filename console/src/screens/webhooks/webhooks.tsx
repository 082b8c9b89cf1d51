import { useAddress } from '../../app/use-address.ts';
import { ScreenBody } from '../../parts/screen-body.tsx';
import { AllEndpoints } from './endpoint/all-endpoints.tsx';
import { OneEndpoint } from './endpoint/one-endpoint.tsx';
import { DeliveryPane } from './delivery/delivery-pane.tsx';

/** Endpoints, what was posted to them, and each post. A delivery is opened beside the list it was found in: of one endpoint, or of all. */
export function Webhooks() {
  const { id, search } = useAddress();
  const deliveryId = id !== null && id.startsWith('whd_') ? id : null;
  const endpointId = deliveryId === null ? id : (search['of'] ?? null);
  return (
    <ScreenBody>
      {deliveryId !== null ? (
        <DeliveryPane id={deliveryId} endpointId={endpointId} />
      ) : endpointId === null ? (
        <AllEndpoints />
      ) : (
        <OneEndpoint key={endpointId} id={endpointId} />
      )}
    </ScreenBody>
  );
}
