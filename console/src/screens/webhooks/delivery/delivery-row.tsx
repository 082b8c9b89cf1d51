import { Trans, useLingui } from '@lingui/react/macro';
import { useAddress } from '../../../app/use-address.ts';
import { writeEventType } from '../../../parts/event-type.ts';
import { Row } from '../../../parts/rows.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { When } from '../../../parts/when.tsx';
import type { DeliveriesQuery } from '../generated/operations.ts';
import { stateOf } from '../verdict.ts';
import classes from '../webhooks.module.css';

type Props = {
  readonly delivery: DeliveriesQuery['webhookDeliveries']['nodes'][number];
  /** Of the list it stands in; null is that of all. */
  readonly endpointId: string | null;
  readonly isCurrent: boolean;
};

/** What, to whom, how it went, what comes next. */
export function DeliveryRow({ delivery, endpointId, isCurrent }: Props) {
  const { i18n } = useLingui();
  const { search } = useAddress();
  const { id, event, eventId, endpoint, attempts, nextAttemptAt, createdAt, deadReason } = delivery;
  const { tone, text } = stateOf(delivery);
  const last = attempts.at(-1);
  const { attempt: _, of: __, ...filters } = search;
  return (
    <Row
      className={classes['row']}
      data-delivery={id}
      data-current={isCurrent}
      aria-current={isCurrent ? 'true' : undefined}
    >
      <div className={classes['what']}>
        <div className="cut">
          <ScreenLink path="webhooks" id={id} search={{ ...filters, ...(endpointId !== null && { of: endpointId }) }}>
            {event ? writeEventType(event.type) : eventId}
          </ScreenLink>{' '}
          <span className="mono muted">{event ? eventId : ''}</span>
        </div>
        {endpointId === null && endpoint && <div className="cut muted">{endpoint.url}</div>}
      </div>
      <div className={classes['since']}>
        <span className={classes['tone']} data-tone={tone}>
          {i18n._(text)}
        </span>{' '}
        {last && last.status !== null && <span className="figures">{last.status}</span>}{' '}
        {last && last.status === null && <Trans>no answer</Trans>}
        {attempts.length === 0 && deadReason}
        <div>
          <When at={createdAt} />
          {attempts.length > 0 && nextAttemptAt !== null && (
            <Trans>
              , again <When at={nextAttemptAt} mayBeAhead />
            </Trans>
          )}
        </div>
      </div>
    </Row>
  );
}
