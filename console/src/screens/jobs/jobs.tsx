import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect } from '@mantine/core';
import { useAddress } from '../../app/use-address.ts';
import { useSession } from '../../data/session.tsx';
import { usePages } from '../../data/use-pages.ts';
import { usePolling } from '../../data/use-polling.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Rows } from '../../parts/rows.tsx';
import { ScreenBody } from '../../parts/screen-body.tsx';
import { ScreenHeader } from '../../parts/screen-header.tsx';
import { JobsDocument } from './generated/operations.ts';
import { JobRow } from './job-row.tsx';
import { OneJob } from './one-job.tsx';
import { useByHand } from './use-by-hand.ts';
import { isState, states } from './words.ts';

const lookMs = 3000;

/** What the product does by itself: what waits, runs and failed, to be begun anew or kept from it. */
export function Jobs() {
  const { t, i18n } = useLingui();
  const { may, viewer } = useSession();
  const { id, search, filter } = useAddress();
  const state = isState(search['state']) ? search['state'] : null;
  const { query, nodes, hasMore, isReadingOn, readOn } = usePages(JobsDocument, {
    variables: (page) => ({ ...page, state }),
    select: ({ jobs }) => jobs,
    on: ['TASK_'],
  });
  // No event tells how far a job is.
  usePolling(query.refresh, lookMs);
  const byHand = useByHand(query.refresh);
  const mayAct = may('automation:write') && viewer.business === null;
  return (
    <ScreenBody>
      <ScreenHeader title={t`Jobs`} />
      <Group mb="md">
        <NativeSelect
          label={t`How far they are`}
          value={state ?? ''}
          data={[
            { value: '', label: t`However far` },
            ...Object.entries(states).map(([value, word]) => ({ value, label: i18n._(word) })),
          ]}
          onChange={(event) => filter({ state: event.currentTarget.value })}
        />
      </Group>
      <Loaded query={query}>
        {() =>
          nodes.length === 0 ? (
            <Empty title={state === null ? t`No job yet` : t`No job is like that`}>
              <Trans>What the product does by itself stands here, such as tasks that it scheduled, for 30 days.</Trans>
            </Empty>
          ) : (
            <Rows aria-label={t`Jobs`}>
              {nodes.map((job) => (
                <JobRow key={job.id} job={job} byHand={mayAct ? byHand : undefined} />
              ))}
            </Rows>
          )
        }
      </Loaded>
      {hasMore && (
        <Button variant="default" loading={isReadingOn} onClick={readOn}>
          <Trans>Older jobs</Trans>
        </Button>
      )}
      {id !== null && <OneJob key={id} id={id} mayAct={mayAct} onChanged={query.refresh} />}
    </ScreenBody>
  );
}
