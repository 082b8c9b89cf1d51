import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useEffect } from 'react';
import { useSession } from '../../../data/session.tsx';
import { NotDone } from '../../../parts/not-done.tsx';
import classes from '../webhooks.module.css';
import { useProgress } from './progress.tsx';
import { ReplayCounts } from './replay-counts.tsx';
import type { Replay } from './use-replay.ts';
import { useRetryFailing } from './use-retry-failing.ts';

type Props = {
  readonly endpointId: string;
  /** Null where none was begun, or it is shown elsewhere. */
  readonly replay: Replay | null;
  readonly onForget: () => void;
  /** Once nothing is left to do. */
  readonly onGreen: () => void;
};

/** How far a replay has come, and a way to send again what failed. */
export function Replaying({ endpointId, replay, onForget, onGreen }: Props) {
  const { t } = useLingui();
  const { may } = useSession();
  const { data, refresh, failing, isOver, isGreen } = useProgress();
  const retrying = useRetryFailing(endpointId, refresh);
  useEffect(() => {
    if (isGreen) onGreen();
    // oxlint-disable-next-line react/exhaustive-deps -- told once, when it becomes so
  }, [isGreen]);

  if (!replay && failing === 0 && !retrying.state) return null;
  return (
    <div className={classes['progress']}>
      {replay && <ReplayCounts replay={replay} />}
      <NotDone title={t`Not all were sent again`} error={retrying.state?.error ?? null} />
      <Group gap="sm">
        {failing > 0 && !replay && (
          <span>
            <Plural value={failing} one="# delivery failed so far." other="# deliveries failed so far." />
          </span>
        )}
        {retrying.state && (
          // Told once it is over, not of each delivery.
          <span role="status" aria-busy={retrying.isRunning}>
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
        {replay && isOver && (
          <Button size="xs" variant="default" onClick={onForget}>
            <Trans>Done</Trans>
          </Button>
        )}
      </Group>
    </div>
  );
}
