import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { useCommands } from '../../../app/commands.tsx';
import { useAddress } from '../../../app/use-address.ts';
import { useSession } from '../../../data/session.tsx';
import { useMutate } from '../../../data/use-mutate.ts';
import { writeEventType } from '../../../parts/event-type.ts';
import { Id } from '../../../parts/id.tsx';
import { Row, Rows } from '../../../parts/rows.tsx';
import { ScreenHeader } from '../../../parts/screen-header.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { tellDone, tellFailed } from '../../../parts/tell.ts';
import { When } from '../../../parts/when.tsx';
import { type DeliveryQuery, RetryDocument } from '../generated/operations.ts';
import { stateOf, verdictOf } from '../verdict.ts';
import classes from '../webhooks.module.css';
import { Attempt } from './attempt.tsx';
import { Next } from './next.tsx';

export type Delivery = Extract<NonNullable<DeliveryQuery['node']>, { kind: 'WebhookDelivery' }>;

type Props = { readonly delivery: Delivery; readonly onChanged: () => void };

/** A delivery: how it goes, what comes next, and each of its posts. */
export function DeliveryView({ delivery, onChanged }: Props) {
  const { t, i18n } = useLingui();
  const { may } = useSession();
  const { search, filter } = useAddress();
  const [isRetrying, setRetrying] = useState(false);
  const retry = useMutate(RetryDocument);
  const { id, event, eventId, endpoint, endpointId, attempts, createdAt } = delivery;
  const { tone, text } = stateOf(delivery);
  const wanted = Number(search['attempt']);
  const shown = attempts.find(({ number }) => number === wanted) ?? attempts.at(-1);
  const mayRetry = may('webhooks:write') && endpoint !== null && endpoint.enabled && !isRetrying;

  async function run() {
    setRetrying(true);
    const { error } = await retry({ id });
    setRetrying(false);
    onChanged();
    if (error) return tellFailed(t`Not posted`, error);
    filter({ attempt: '' });
    return tellDone(t`Posted again`);
  }
  useCommands(mayRetry ? [{ name: t`Retry the delivery`, key: 'r', run: () => void run() }] : []);

  return (
    <>
      <ScreenHeader title={event ? writeEventType(event.type) : t`A delivery`}>
        {may('webhooks:write') && (
          <Button onClick={() => void run()} disabled={!mayRetry} loading={isRetrying}>
            <Trans>Retry now</Trans>
          </Button>
        )}
      </ScreenHeader>
      <div className={classes['section']}>
        <div aria-live="polite">
          <span className={classes['tone']} data-tone={tone}>
            {i18n._(text)}
          </span>{' '}
          <Next delivery={delivery} />
        </div>
        <div className="muted">
          <Trans>
            Event{' '}
            <ScreenLink path="events" id={eventId}>
              {eventId}
            </ScreenLink>
            , <When at={createdAt} />, to{' '}
            <ScreenLink path="webhooks" id={endpointId}>
              {endpoint?.url ?? t`a deleted endpoint`}
            </ScreenLink>
          </Trans>
        </div>
        <div className="muted">
          <Id id={id} />
        </div>
      </div>
      {attempts.length > 0 && (
        <section className={classes['section']} aria-labelledby="attempts">
          <Title order={2} id="attempts" mb="xs">
            <Trans>Attempts</Trans>
          </Title>
          <Rows>
            {attempts.toReversed().map((attempt) => {
              const verdict = verdictOf(attempt);
              const isShown = attempt.number === shown?.number;
              return (
                <Row key={attempt.number} className={classes['row']} data-current={isShown}>
                  <div className={classes['what']}>
                    <ScreenLink path="webhooks" id={id} search={{ ...search, attempt: String(attempt.number) }}>
                      <Trans>Attempt {attempt.number}</Trans>
                    </ScreenLink>{' '}
                    <span className={classes['tone']} data-tone={verdict.tone}>
                      {attempt.status ?? <Trans>no answer</Trans>}
                    </span>
                  </div>
                  <div className={`${classes['since'] ?? ''} figures`}>
                    <Trans>{attempt.durationMs} ms</Trans>, <When at={attempt.at} />
                  </div>
                </Row>
              );
            })}
          </Rows>
          {shown && <Attempt attempt={shown} verifier={endpoint?.verifier ?? null} />}
        </section>
      )}
    </>
  );
}
