import { Trans } from '@lingui/react/macro';
import { When } from '../../../parts/when.tsx';
import type { Delivery } from './delivery-view.tsx';

/** What will happen to a delivery, and when. */
export function Next({
  delivery: { state, attempts, nextAttemptAt, deadReason, endpoint },
}: {
  readonly delivery: Delivery;
}) {
  if (state === 'SUCCEEDED') return <Trans>Nothing more is sent.</Trans>;
  if (endpoint && !endpoint.enabled)
    return (
      <Trans>The endpoint is paused, so nothing is sent. Resume its deliveries first, then retry or replay.</Trans>
    );
  if (state === 'DEAD')
    return deadReason === null ? (
      <Trans>
        All {attempts.length} attempts failed. Nothing more is sent until somebody retries it or replays its event.
      </Trans>
    ) : (
      <>{deadReason}</>
    );
  if (endpoint?.health?.pausedUntil)
    return (
      <Trans>
        The endpoint fails so often that it is given a rest: attempt {attempts.length + 1} comes after{' '}
        <When at={endpoint.health.pausedUntil} mayBeAhead />.
      </Trans>
    );
  if (nextAttemptAt === null) return <Trans>It is being posted.</Trans>;
  return (
    <Trans>
      Attempt {attempts.length + 1} comes by itself <When at={nextAttemptAt} mayBeAhead />.
    </Trans>
  );
}
