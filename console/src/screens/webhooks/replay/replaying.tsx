import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Progress } from '@mantine/core';
import { useEffect } from 'react';
import { useSession } from '../../../data/session.tsx';
import { anyEvent, useLiveQuery } from '../../../data/use-live-query.ts';
import { usePolling } from '../../../data/use-polling.ts';
import { ProgressDocument } from '../generated/operations.ts';
import classes from '../webhooks.module.css';
import { useRetryFailing } from './use-retry-failing.ts';

/** What a replay set off. */
export type Started = { readonly made: number; readonly skipped: number };

type Props = {
  readonly endpointId: string;
  readonly started: Started | null;
  readonly onStart: (started: Started | null) => void;
  /** Once nothing is left to do. */
  readonly onGreen: () => void;
};

/** How far a replay has come, and a way to send again what failed. */
export function Replaying({ endpointId, started, onStart, onGreen }: Props) {
  const { t } = useLingui();
  const { may } = useSession();
  const { data, refresh } = useLiveQuery(ProgressDocument, { variables: { endpointId }, on: anyEvent });
  const pending = data?.pending.totalCount ?? 0;
  const failing = data?.failing.totalCount ?? 0;
  usePolling(refresh, pending > 0 || (started && started.made > 0) ? 1000 : failing > 0 ? 5000 : null);
  useEffect(() => {
    if (started) refresh();
  }, [started, refresh]);
  const retrying = useRetryFailing(endpointId, refresh);
  const isGreen = data !== undefined && pending === 0 && failing === 0;
  useEffect(() => {
    if (isGreen) onGreen();
    // oxlint-disable-next-line react/exhaustive-deps -- told once, when it becomes so
  }, [isGreen]);

  if (!started && failing === 0 && !retrying.state) return null;
  const made = started?.made ?? 0;
  const done = Math.max(0, made - pending);
  return (
    <div className={classes['progress']} role="status">
      {started && (
        <>
          <div>
            {made === 0 ? (
              <Trans>There was nothing to replay.</Trans>
            ) : isGreen ? (
              <span className={classes['tone']} data-tone="good">
                <Trans>
                  All green: <Plural value={made} one="# replayed delivery was" other="# replayed deliveries were" />{' '}
                  taken.
                </Trans>
              </span>
            ) : (
              <Trans>
                {done} of {made} replayed, {failing} failing
              </Trans>
            )}
            {started.skipped > 0 && (
              <span className="muted">
                {' '}
                <Plural value={started.skipped} one="# was under way already." other="# were under way already." />
              </span>
            )}
          </div>
          {made > 0 && (
            <Progress
              my="sm"
              value={(done / made) * 100}
              color={isGreen ? 'green' : 'accent'}
              aria-label={t`Replayed so far`}
            />
          )}
        </>
      )}
      <Group gap="sm">
        {failing > 0 && !started && (
          <span>
            <Plural value={failing} one="# delivery failed so far." other="# deliveries failed so far." />
          </span>
        )}
        {retrying.state && (
          <span>
            {retrying.state.refused ? (
              <Trans>Stopped: the receiver still refuses. {retrying.state.taken} were taken.</Trans>
            ) : (
              <Trans>{retrying.state.taken} sent again and taken.</Trans>
            )}
          </span>
        )}
        {failing > 0 && data?.node?.kind === 'WebhookEndpoint' && data.node.enabled && may('webhooks:write') && (
          <Button size="xs" loading={retrying.isRunning} onClick={() => void retrying.run()}>
            <Trans>Retry what failed</Trans>
          </Button>
        )}
        {isGreen && started && (
          <Button size="xs" variant="default" onClick={() => onStart(null)}>
            <Trans>Done</Trans>
          </Button>
        )}
      </Group>
    </div>
  );
}
