import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect } from '@mantine/core';
import { useQuery } from 'urql';
import { useAddress } from '../../app/use-address.ts';
import { usePages } from '../../data/use-pages.ts';
import { usePolling } from '../../data/use-polling.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Row, Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { When } from '../../parts/when.tsx';
import { ScraperRunsDocument, type ScraperRunStatus, SourceNamesDocument } from './generated/operations.ts';
import classes from './integrations.module.css';
import { isRunStatus, runStatuses } from './words.ts';

const lookMs = 15_000;

const looks = { SUCCEEDED: 'good', RUNNING: 'name', FAILED: 'bad' } as const satisfies Record<ScraperRunStatus, string>;

/** What scrapers told of their runs, the latest first. */
export function ScraperRuns() {
  const { t, i18n } = useLingui();
  const { search, filter } = useAddress();
  const status = isRunStatus(search['run']) ? search['run'] : null;
  const source = search['source'] ?? null;
  const [{ data }] = useQuery({ query: SourceNamesDocument });
  const sources = data?.sources ?? [];
  const { query, nodes, hasMore, isReadingOn, readOn } = usePages(ScraperRunsDocument, {
    variables: (page) => ({ ...page, source, status }),
    select: ({ scraperRuns }) => scraperRuns,
    on: [],
  });
  usePolling(query.refresh, lookMs);
  const isFiltered = status !== null || source !== null;
  return (
    <Section
      title={t`Scraper runs`}
      note={
        <Trans>
          Scrapers work outside of this server and report here with <span className="mono">recordScraperRun</span>.
        </Trans>
      }
    >
      {(nodes.length > 0 || isFiltered) && (
        <Group mb="sm" gap="sm">
          <NativeSelect
            aria-label={t`Runs of`}
            data={[
              { value: '', label: t`Every source` },
              ...sources.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={source ?? ''}
            onChange={({ currentTarget: { value } }) => filter({ source: value })}
          />
          <NativeSelect
            aria-label={t`Runs that`}
            data={[
              { value: '', label: t`However they went` },
              ...Object.entries(runStatuses).map(([value, label]) => ({ value, label: i18n._(label) })),
            ]}
            value={status ?? ''}
            onChange={({ currentTarget: { value } }) => filter({ run: value })}
          />
        </Group>
      )}
      <Loaded query={query}>
        {() =>
          nodes.length === 0 ? (
            <Empty title={isFiltered ? t`No run is like that` : t`No scraper reported a run yet`} />
          ) : (
            <Rows aria-label={t`Scraper runs`}>
              {nodes.map(({ id, error, startedAt, finishedAt, leadsFound, leadsCreated, ...run }) => (
                <Row key={id} className={classes['run']}>
                  <div>
                    <div className={classes['name']}>
                      {sources.find((one) => one.id === run.source)?.name ?? run.source}
                    </div>
                    <span className={classes[looks[run.status]]}>{i18n._(runStatuses[run.status])}</span>
                  </div>
                  <div className="figures">
                    {t`${plural(leadsFound, { one: '# lead found', other: '# leads found' })}`},{' '}
                    {t`${plural(leadsCreated, { one: '# new', other: '# new' })}`}
                    {error !== null && <div className={classes['bad']}>{error}</div>}
                  </div>
                  <span className="muted">
                    <When at={startedAt} />
                    {finishedAt !== null && <Lasted from={startedAt} to={finishedAt} />}
                  </span>
                </Row>
              ))}
            </Rows>
          )
        }
      </Loaded>
      {hasMore && (
        <Button variant="default" loading={isReadingOn} onClick={readOn}>
          <Trans>Show more runs</Trans>
        </Button>
      )}
    </Section>
  );
}

const minuteMs = 60_000;

/** How long a run took, in whole minutes, or seconds below one. */
function Lasted({ from, to }: { readonly from: string; readonly to: string }) {
  const { i18n } = useLingui();
  const ms = Math.max(0, Date.parse(to) - Date.parse(from));
  const [unit, amount] = ms < minuteMs ? ['second', Math.round(ms / 1000)] : ['minute', Math.round(ms / minuteMs)];
  const lasted = new Intl.NumberFormat(i18n.locale, { style: 'unit', unit, unitDisplay: 'narrow' }).format(amount);
  return (
    <>
      {', '}
      <Trans>took {lasted}</Trans>
    </>
  );
}
