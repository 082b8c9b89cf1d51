import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Progress as Bar } from '@mantine/core';
import { NotDone } from '../../../parts/not-done.tsx';
import classes from '../webhooks.module.css';
import { type Progress, useProgress } from './progress.tsx';
import type { Replay } from './use-replay.ts';

type Props = { readonly replay: Replay };

/** How far a replay has come: how many were delivered, wait and failed, of how many. */
export function ReplayCounts({ replay }: Props) {
  const { t } = useLingui();
  const { counts, isOver, isGreen } = useProgress();
  const { isFiring, error } = replay;
  const { made, delivered, waiting, failed } = counts;
  return (
    <>
      <NotDone title={made === 0 ? t`Not replayed` : t`Not all were replayed`} error={error} />
      {!isOver && (
        <div className="figures">
          {made === 0 ? (
            <Trans>Finding what there is to replay</Trans>
          ) : isFiring ? (
            <Trans>
              {delivered} delivered, {waiting} waiting, {failed} failed of {made} so far
            </Trans>
          ) : (
            <Trans>
              {delivered} delivered, {waiting} waiting, {failed} failed of {made}
            </Trans>
          )}
          <Skipped replay={replay} />
        </div>
      )}
      {/* What it came to is read out; not the counts on the way, which change each second. */}
      <div role="status" className="figures">
        {isOver && <Outcome replay={replay} counts={counts} isGreen={isGreen} />}
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

function Outcome({
  replay,
  counts: { made, delivered, waiting, failed },
  isGreen,
}: Props & Pick<Progress, 'counts' | 'isGreen'>) {
  return (
    <>
      {made === 0 ? (
        replay.error === null && <Trans>There was nothing to replay.</Trans>
      ) : isGreen ? (
        <span className={classes['tone']} data-tone="good">
          <Trans>
            All green: <Plural value={made} one="# replayed delivery was" other="# replayed deliveries were" /> taken.
          </Trans>
        </span>
      ) : (
        <Trans>
          {delivered} delivered, {waiting} waiting, {failed} failed of {made}
        </Trans>
      )}
      <Skipped replay={replay} />
    </>
  );
}

function Skipped({ replay: { skipped } }: Pick<Props, 'replay'>) {
  if (skipped === 0) return null;
  return (
    <span className="muted">
      {' '}
      <Plural value={skipped} one="# was under way already." other="# were under way already." />
    </span>
  );
}
