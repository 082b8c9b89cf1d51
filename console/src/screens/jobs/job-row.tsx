import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { When } from '../../parts/when.tsx';
import type { JobsQuery } from './generated/operations.ts';
import classes from './jobs.module.css';
import type { useByHand } from './use-by-hand.ts';
import { kinds, states } from './words.ts';

export type JobOfList = JobsQuery['jobs']['nodes'][number];

type Props = {
  readonly job: JobOfList;
  /** Absent where the viewer may do nothing to it. */
  readonly byHand?: ReturnType<typeof useByHand> | undefined;
};

/** One line: what is done, how far it is and why not further, since when or until when, and what can be done. */
export function JobRow({ job, byHand }: Props) {
  const { t, i18n } = useLingui();
  const { id, kind, state, attempts, maxAttempts, nextAttemptAt, lastError, subjectId, createdAt } = job;
  const word = kinds[kind];
  const name = word ? i18n._(word) : kind;
  const mayBegin = state === 'WAITING' || state === 'DEAD' || state === 'CANCELLED';
  return (
    <li className={classes['row']}>
      <div>
        <div className={classes['kind']}>
          {kind === 'TASK' && subjectId !== null ? (
            <ScreenLink path="tasks" id={subjectId}>
              {name}
            </ScreenLink>
          ) : (
            name
          )}
        </div>
      </div>
      <div>
        <span className={classes['state']} data-state={state}>
          {i18n._(states[state])}
        </span>{' '}
        {attempts > 0 && (
          <span className="muted figures">
            <Trans>
              attempt {attempts} of {maxAttempts}
            </Trans>
          </span>
        )}
        {lastError !== null && state !== 'SUCCEEDED' && <div className={classes['why']}>{lastError}</div>}
      </div>
      <span className="muted">
        <When at={nextAttemptAt ?? job.finishedAt ?? job.startedAt ?? createdAt} mayBeAhead />
      </span>
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
    </li>
  );
}
