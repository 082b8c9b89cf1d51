import { Trans, useLingui } from '@lingui/react/macro';
import type { JobRowFragment } from './generated/operations.ts';
import classes from './jobs.module.css';
import { states } from './words.ts';

/** How far a job has come, and why not further. */
export function HowFar({ job: { state, attempts, maxAttempts, lastError } }: { readonly job: JobRowFragment }) {
  const { i18n } = useLingui();
  return (
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
  );
}
