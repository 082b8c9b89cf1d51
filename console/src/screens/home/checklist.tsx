import { Trans, useLingui } from '@lingui/react/macro';
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSession } from '../../data/session.tsx';
import { useEvents, useLiveQuery } from '../../data/use-live-query.ts';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { ChecklistDocument } from './generated/operations.ts';
import classes from './home.module.css';

const settleMs = 1500;

/** The way from an installation to an answered visitor whose events leave; it is gone once it was walked. */
export function Checklist() {
  const { t } = useLingui();
  const { may } = useSession();
  const [widgets, conversations, webhooks] = [may('widgets:read'), may('conversations:read'), may('webhooks:read')];
  const query = useLiveQuery(ChecklistDocument, {
    variables: { widgets, conversations, webhooks },
    on: ['CONVERSATION_', 'LEAD_', 'WEBHOOK_'],
    pause: !widgets && !conversations && !webhooks,
  });
  const { data, refresh } = query;
  // A delivery succeeds after its event, and no event tells of that.
  useEvents(['CONVERSATION_', 'LEAD_', 'WEBHOOK_'], () => void setTimeout(refresh, settleMs));
  if (!data) return null;

  const steps: { readonly done: boolean; readonly name: string; readonly how: ReactNode; readonly path?: string }[] =
    [];
  const { widgets: found, conversations: met, webhookEndpoints, webhookDeliveries } = data;
  if (found)
    steps.push({
      done: found.nodes.length > 0,
      name: t`A chat widget`,
      path: 'widgets',
      how: <Trans>Make one, and put its snippet on your page.</Trans>,
    });
  if (met)
    steps.push({
      done: met.totalCount > 0,
      name: t`The first message`,
      how: <Trans>Write to yourself from your page: it shows here at once.</Trans>,
    });
  if (webhookEndpoints && webhookDeliveries)
    steps.push({
      done: webhookDeliveries.nodes.length > 0,
      name: t`The first webhook that was received`,
      how:
        webhookEndpoints.nodes.length > 0 ? (
          <Trans>There is an endpoint. It turns green once that answers with a 2xx.</Trans>
        ) : (
          <Trans>Register the address that is to be told, and answer its requests with a 2xx.</Trans>
        ),
    });
  if (steps.every(({ done }) => done)) return null;

  return (
    <section className={classes['steps']} aria-labelledby="first-steps">
      <Title order={2} id="first-steps" mb="xs">
        <Trans>First steps</Trans>
      </Title>
      <ol className={classes['list']} aria-live="polite">
        {steps.map(({ done, name, how, path }) => (
          <li key={name} className={classes['step']} data-done={done}>
            <span className={classes['mark']} role="img" aria-label={done ? t`Done` : t`To do`}>
              {done ? '✓' : '○'}
            </span>
            <span>
              {path === undefined ? name : <ScreenLink path={path}>{name}</ScreenLink>}
              {!done && <div className="muted">{how}</div>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
