import { Trans } from '@lingui/react/macro';
import { When } from '../../../parts/when.tsx';
import type { EndpointFactsFragment } from '../generated/operations.ts';
import classes from '../webhooks.module.css';

type Props = Pick<EndpointFactsFragment, 'enabled' | 'disabledAt' | 'disabledReason' | 'health'>;

/** Whether an endpoint takes what is posted, in words. */
export function Condition({ enabled, disabledAt, disabledReason, health }: Props) {
  if (!enabled)
    return (
      <span className={classes['tone']} data-tone="warn">
        {disabledReason === null ? <Trans>Paused</Trans> : <Trans>Switched off for failing</Trans>}{' '}
        {disabledAt !== null && <When at={disabledAt} />}
      </span>
    );
  if (health)
    return (
      <span className={classes['tone']} data-tone="bad">
        <Trans>
          Failing since <When at={health.failingSince} />, {health.failures} in a row
        </Trans>
      </span>
    );
  return (
    <span className={classes['tone']} data-tone="good">
      <Trans>Healthy</Trans>
    </span>
  );
}
