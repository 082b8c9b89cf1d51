import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import classes from '../inbox.module.css';
import { useOutbox } from './outbox.tsx';
import type { Pending } from './reply-queue.ts';

type Props = {
  readonly pending: Pending;
  /** One before it was not sent. */
  readonly isBehind: boolean;
};

/** What one wrote, shown at once; where it did not arrive, why and what to do. */
export function PendingMessage({ pending: { key, text, state, why }, isBehind }: Props) {
  const { sendAgain, drop } = useOutbox();
  return (
    <li className={`${classes['message'] ?? ''} ${classes['pending'] ?? ''}`} data-role="HUMAN" data-side="ours">
      <div className={classes['by']}>
        {why !== null ? <Trans>Not sent</Trans> : isBehind ? <Trans>Waiting</Trans> : <Trans>Sending</Trans>}
      </div>
      <div className={classes['bubble']}>{text}</div>
      {(why !== null || isBehind) && (
        <div role={why === null ? undefined : 'alert'}>
          <p className="muted">
            {why === null ? <Trans>It goes out after the reply above.</Trans> : why}{' '}
            {state === 'unreached' && <Trans>It goes out by itself once the server is reached.</Trans>}
          </p>
          <Group gap="sm" justify="flex-end">
            <Button size="compact-sm" variant="default" onClick={() => drop(key)}>
              <Trans>Discard</Trans>
            </Button>
            {!isBehind && (
              <Button size="compact-sm" onClick={() => sendAgain(key)}>
                <Trans>Send again</Trans>
              </Button>
            )}
          </Group>
        </div>
      )}
    </li>
  );
}
