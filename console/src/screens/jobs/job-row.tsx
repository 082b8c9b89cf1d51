import { Trans } from '@lingui/react/macro';
import { useAddress } from '../../app/use-address.ts';
import { Row } from '../../parts/rows.tsx';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { When } from '../../parts/when.tsx';
import type { JobRowFragment } from './generated/operations.ts';
import { HowFar } from './how-far.tsx';
import { JobActions } from './job-actions.tsx';
import classes from './jobs.module.css';
import type { ByHand } from './use-by-hand.ts';
import { useKindName } from './words.ts';

type Props = {
  readonly job: JobRowFragment;
  /** Absent where the viewer may do nothing to it. */
  readonly byHand?: ByHand | undefined;
};

/** One line: what is done, how far it is and why not further, since when or until when, and what can be done. */
export function JobRow({ job, byHand }: Props) {
  const { search } = useAddress();
  const name = useKindName(job.kind);
  const { id, kind, nextAttemptAt, finishedAt, startedAt, subjectId, createdAt } = job;
  return (
    <Row className={classes['row']}>
      <div>
        <div className={classes['kind']}>
          <ScreenLink path="jobs" id={id} search={search}>
            {name}
          </ScreenLink>
        </div>
        {kind === 'TASK' && subjectId !== null && (
          <ScreenLink path="tasks" id={subjectId}>
            <Trans>What it does</Trans>
          </ScreenLink>
        )}
      </div>
      <HowFar job={job} />
      <span className="muted">
        <When at={nextAttemptAt ?? finishedAt ?? startedAt ?? createdAt} mayBeAhead />
      </span>
      <JobActions job={job} byHand={byHand} />
    </Row>
  );
}
