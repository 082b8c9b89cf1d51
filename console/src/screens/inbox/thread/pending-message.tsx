import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { toProblem } from '../../../data/problem.ts';
import classes from '../inbox.module.css';
import { type Pending, useOutbox } from './outbox.tsx';

/** What one wrote, shown at once; where it did not arrive, why and what to do. */
export function PendingMessage({ pending: { key, text, error } }: { readonly pending: Pending }) {
  const { sendAgain, drop } = useOutbox();
  return (
    <li className={`${classes['message'] ?? ''} ${classes['pending'] ?? ''}`} data-role="HUMAN" data-side="ours">
      <div className={classes['by']}>{error === null ? <Trans>Sending</Trans> : <Trans>Not sent</Trans>}</div>
      <div className={classes['bubble']}>{text}</div>
      {error && (
        <div role="alert">
          <p className="muted">{toProblem(error).message}</p>
          <Group gap="sm" justify="flex-end">
            <Button size="compact-sm" variant="default" onClick={() => drop(key)}>
              <Trans>Discard</Trans>
            </Button>
            <Button size="compact-sm" onClick={() => sendAgain(key)}>
              <Trans>Send again</Trans>
            </Button>
          </Group>
        </div>
      )}
    </li>
  );
}
