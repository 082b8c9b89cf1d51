import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useSession } from '../../../data/session.tsx';
import { useMutate } from '../../../data/use-mutate.ts';
import { writeEventType } from '../../../parts/event-type.ts';
import { Id } from '../../../parts/id.tsx';
import { When } from '../../../parts/when.tsx';
import { ActivateSecretDocument, type EndpointFactsFragment } from '../generated/operations.ts';
import classes from '../webhooks.module.css';
import { Condition } from './condition.tsx';
import { Recent } from './recent.tsx';

type Props = { readonly endpoint: EndpointFactsFragment; readonly onChanged: () => void };

/** What an endpoint is and how it goes. */
export function EndpointFacts({ endpoint, onChanged }: Props) {
  const { may } = useSession();
  const activate = useMutate(ActivateSecretDocument);
  const { id, health, disabledReason, secretOverlapEndsAt, types, format, business, createdAt } = endpoint;
  return (
    <dl className={classes['facts']}>
      <div>
        <dt>
          <Trans>Condition</Trans>
        </dt>
        <dd>
          <Condition {...endpoint} />
          {disabledReason !== null && <div className="muted">{disabledReason}</div>}
          {health?.pausedUntil && (
            <div className="muted">
              <Trans>
                Held back until it had a rest: the next post comes <When at={health.pausedUntil} mayBeAhead />
              </Trans>
            </div>
          )}
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Last deliveries</Trans>
        </dt>
        <dd>
          <Recent endpointId={id} />
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Events</Trans>
        </dt>
        <dd>
          {types.length === 0 ? <Trans>Every one the format carries</Trans> : types.map(writeEventType).join(', ')}
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Format</Trans>
        </dt>
        <dd>
          {format}
          {business && <> · {business.name}</>}
        </dd>
      </div>
      {secretOverlapEndsAt !== null && (
        <div>
          <dt>
            <Trans>Old secret</Trans>
          </dt>
          <dd>
            <Trans>
              Still signs, and ends <When at={secretOverlapEndsAt} mayBeAhead />
            </Trans>
            {may('webhooks:write') && (
              <div>
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => void (async () => (await activate({ id })).data && onChanged())()}
                >
                  <Trans>End it now</Trans>
                </Button>
              </div>
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>
          <Trans>Registered</Trans>
        </dt>
        <dd>
          <When at={createdAt} /> <Id id={id} />
        </dd>
      </div>
    </dl>
  );
}
