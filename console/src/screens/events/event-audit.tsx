import { Trans } from '@lingui/react/macro';
import { Title } from '@mantine/core';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { writeEventType } from '../../parts/event-type.ts';
import { Id } from '../../parts/id.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Row, Rows } from '../../parts/rows.tsx';
import classes from './events.module.css';
import { EventAuditDocument } from './generated/operations.ts';

type Props = { readonly subjectId: string; readonly at: string; readonly type: string };

/** Who did it, by which request: what was written down of the subject at that instant. */
export function EventAudit({ subjectId, at, type }: Props) {
  const query = useLiveQuery(EventAuditDocument, { variables: { subjectId }, on: ['WEBHOOK_'] });
  return (
    <section className={classes['section']} aria-labelledby="event-audit">
      <Title order={2} id="event-audit" mb="xs">
        <Trans>Who did it</Trans>
      </Title>
      <Loaded query={query} lines={2}>
        {({ auditLog }) => {
          const then = auditLog.nodes.filter(({ createdAt }) => createdAt === at);
          const own = then.filter(({ action }) => action === writeEventType(type));
          const rows = own.length > 0 ? own : then;
          if (rows.length === 0)
            return (
              <p className="muted">
                <Trans>Nothing of that instant is among the newest hundred entries about it.</Trans>
              </p>
            );
          return (
            <Rows>
              {rows.map(({ id, action, apiKeyName, member, requestId }) => (
                <Row key={id} className={classes['row']}>
                  <div className="cut">
                    <span>{action}</span>{' '}
                    <span className="muted">{member?.name ?? apiKeyName ?? <Trans>the product itself</Trans>}</span>
                  </div>
                  <span>
                    <Trans>Request</Trans> <Id id={requestId} />
                  </span>
                </Row>
              ))}
            </Rows>
          );
        }}
      </Loaded>
    </section>
  );
}
