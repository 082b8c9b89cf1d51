import { Trans, useLingui } from '@lingui/react/macro';
import { useAddress } from '../../app/use-address.ts';
import { useSession } from '../../data/session.tsx';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Code } from '../../parts/code.tsx';
import { Empty } from '../../parts/empty.tsx';
import { writeEventType } from '../../parts/event-type.ts';
import { Id } from '../../parts/id.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ScreenHeader } from '../../parts/screen-header.tsx';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { When } from '../../parts/when.tsx';
import { EventAudit } from './event-audit.tsx';
import { EventDeliveries } from './event-deliveries.tsx';
import classes from './events.module.css';
import { OneEventDocument } from './generated/operations.ts';
import { subjectOf } from './subject-of.ts';

/** An event: what it is about, to whom it was delivered, who did it, and what it looked like then. */
export function OneEvent({ id }: { readonly id: string }) {
  const { t } = useLingui();
  const { may } = useSession();
  const { search } = useAddress();
  const query = useLiveQuery(OneEventDocument, { variables: { id }, on: ['WEBHOOK_'] });
  return (
    <div className={classes['beside']}>
      <nav aria-label={t`Way back`}>
        <ScreenLink path="events" search={search}>
          <Trans>← All events</Trans>
        </ScreenLink>
      </nav>
      <Loaded query={query} lines={6}>
        {({ event }) => {
          if (!event)
            return (
              <>
                <ScreenHeader title={t`Events`} />
                <Empty title={t`There is no such event`}>
                  <Trans>Events are kept as long as the workspace’s plan says; older ones are gone.</Trans>
                </Empty>
              </>
            );
          const subject = subjectOf(event);
          return (
            <>
              <ScreenHeader title={writeEventType(event.type)} />
              <div className={classes['section']}>
                <When at={event.createdAt} /> <Id id={id} />
                {subject && (
                  <div>
                    <Trans>
                      About{' '}
                      <ScreenLink path={subject.path} id={subject.id}>
                        {subject.text}
                      </ScreenLink>
                    </Trans>
                  </div>
                )}
              </div>
              {may('webhooks:read') && <EventDeliveries id={id} />}
              {may('audit:read') && subject && (
                <EventAudit subjectId={subject.id} at={event.createdAt} type={event.type} />
              )}
              <details className={classes['section']}>
                <summary>
                  <Trans>As it was then</Trans>
                </summary>
                <Code text={JSON.stringify(event, null, 2)} label={t`Snapshot`} />
              </details>
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
