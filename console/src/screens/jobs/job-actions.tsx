import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { JobRowFragment } from './generated/operations.ts';
import classes from './jobs.module.css';
import type { ByHand } from './use-by-hand.ts';
import { useKindName } from './words.ts';

type Props = { readonly job: JobRowFragment; readonly byHand: ByHand | undefined };

/** Beginning a job that does not run, and keeping one that waits from it. */
export function JobActions({ job: { id, kind, state }, byHand }: Props) {
  const { t } = useLingui();
  const name = useKindName(kind);
  const mayBegin = state === 'WAITING' || state === 'DEAD' || state === 'CANCELLED';
  return (
    <div className={classes['actions']}>
      {byHand && mayBegin && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={state === 'WAITING' ? t`Begin ${name} now` : t`Retry ${name}`}
          onClick={() => void byHand.retry(id)}
        >
          {state === 'WAITING' ? <Trans>Begin now</Trans> : <Trans>Retry</Trans>}
        </Button>
      )}
      {byHand && state === 'WAITING' && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t`Cancel ${name}`}
          onClick={() => void byHand.cancel(id)}
        >
          <Trans>Cancel</Trans>
        </Button>
      )}
    </div>
  );
}
