import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Progress as Bar } from '@mantine/core';
import { NotDone } from '../../../parts/not-done.tsx';
import classes from '../webhooks.module.css';
import type { Progress } from './use-progress.ts';
import type { Replay } from './use-replay.ts';

type Props = { readonly replay: Replay } & Pick<Progress, 'counts' | 'isGreen'>;

/** How far a replay has come: how many were delivered, wait and failed, of how many. */
export function ReplayCounts({ replay, counts: { made, delivered, waiting, failed }, isGreen }: Props) {
  const { t } = useLingui();
  const { isFiring, skipped, error } = replay;
  return (
    <>
      <NotDone title={made === 0 ? t`Not replayed` : t`Not all were replayed`} error={error} />
      <div className="figures">
        {made === 0 ? (
          isFiring ? (
            <Trans>Finding what there is to replay</Trans>
          ) : (
            error === null && <Trans>There was nothing to replay.</Trans>
          )
        ) : isGreen ? (
          <span className={classes['tone']} data-tone="good">
            <Trans>
              All green: <Plural value={made} one="# replayed delivery was" other="# replayed deliveries were" /> taken.
            </Trans>
          </span>
        ) : (
          <>
            {isFiring ? (
              <Trans>
                {delivered} delivered, {waiting} waiting, {failed} failed of {made} so far
              </Trans>
            ) : (
              <Trans>
                {delivered} delivered, {waiting} waiting, {failed} failed of {made}
              </Trans>
            )}
          </>
        )}
        {skipped > 0 && (
          <span className="muted">
            {' '}
            <Plural value={skipped} one="# was under way already." other="# were under way already." />
          </span>
        )}
      </div>
      {made > 0 && (
        <Bar.Root my="sm">
          <Bar.Section
            value={(delivered / made) * 100}
            color={isGreen ? 'green' : 'accent'}
            aria-label={t`Delivered so far`}
          />
          <Bar.Section value={(failed / made) * 100} color="red" aria-label={t`Failed so far`} />
        </Bar.Root>
      )}
    </>
  );
}
