import { Trans, useLingui } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import { useAddress } from '../../app/use-address.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { usePolling } from '../../data/use-polling.ts';
import { Code } from '../../parts/code.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Id } from '../../parts/id.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { When } from '../../parts/when.tsx';
import { type JobRowFragment, OneJobDocument } from './generated/operations.ts';
import { HowFar } from './how-far.tsx';
import { JobActions } from './job-actions.tsx';
import { useByHand } from './use-by-hand.ts';
import { useKindName } from './words.ts';

type Props = { readonly id: string; readonly mayAct: boolean; readonly onChanged: () => void };

const lookMs = 3000;

/** The job that the address names. */
export function OneJob({ id, mayAct, onChanged }: Props) {
  const { t } = useLingui();
  const { open } = useAddress();
  const query = useLiveQuery(OneJobDocument, { variables: { id }, on: ['TASK_'] });
  // No event tells how far a job is.
  usePolling(query.refresh, lookMs);
  const byHand = useByHand(() => {
    query.refresh();
    onChanged();
  });
  return (
    <Dialog isOpen onClose={() => open(null)} title={t`Job`} size="lg">
      <Loaded query={query}>
        {({ node }) =>
          node?.type === 'Job' ? (
            <Stack gap="md">
              <Facts job={node} />
              {node.result !== null && <Code text={JSON.stringify(node.result, null, 2)} label={t`What came of it`} />}
              <JobActions job={node} byHand={mayAct ? byHand : undefined} />
            </Stack>
          ) : (
            <Empty title={t`There is no such job`}>
              <Trans>Jobs are kept for 30 days, or you may not see it.</Trans>
            </Empty>
          )
        }
      </Loaded>
    </Dialog>
  );
}

function Facts({ job }: { readonly job: JobRowFragment }) {
  const name = useKindName(job.kind);
  const { id, kind, subjectId, createdAt, startedAt, finishedAt, nextAttemptAt } = job;
  return (
    <>
      <div>
        <strong>
          {kind === 'TASK' && subjectId !== null ? (
            <ScreenLink path="tasks" id={subjectId}>
              {name}
            </ScreenLink>
          ) : (
            name
          )}
        </strong>{' '}
        <Id id={id} />
      </div>
      <HowFar job={job} />
      <div className="muted">
        <Trans>
          Asked for <When at={createdAt} />
        </Trans>
        {startedAt !== null && (
          <>
            {' · '}
            <Trans>
              last begun <When at={startedAt} />
            </Trans>
          </>
        )}
        {finishedAt !== null && (
          <>
            {' · '}
            <Trans>
              ended <When at={finishedAt} />
            </Trans>
          </>
        )}
        {nextAttemptAt !== null && (
          <>
            {' · '}
            <Trans>
              to be begun <When at={nextAttemptAt} mayBeAhead />
            </Trans>
          </>
        )}
      </div>
    </>
  );
}
