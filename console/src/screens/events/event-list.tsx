import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from 'urql';
import { useCommands } from '../../app/commands.tsx';
import { useAddress } from '../../app/use-address.ts';
import { Empty } from '../../parts/empty.tsx';
import { writeEventType } from '../../parts/event-type.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Row, Rows } from '../../parts/rows.tsx';
import { ScreenHeader } from '../../parts/screen-header.tsx';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { When } from '../../parts/when.tsx';
import { Filters } from './filters.tsx';
import { EventTypesDocument, type EventType } from './generated/operations.ts';
import { noFilter, readFilter } from './log-filter.ts';
import { subjectOf } from './subject-of.ts';
import { useLog } from './use-log.ts';

/** Events, newest first; those that come meanwhile are offered. */
export function EventList({ current }: { readonly current: string | null }) {
  const { t } = useLingui();
  const { search, filter } = useAddress();
  const [{ data: known }] = useQuery({ query: EventTypesDocument });
  const names = known?.types?.enumValues?.map(({ name }) => name) ?? [];
  const isType = (text: string): text is EventType => names.includes(text);
  const chosen = (search['types'] ?? '').split(',').filter(isType);
  const narrowed = readFilter(search);
  const { query, news, hasMore, isReadingOn, readOn } = useLog(chosen, narrowed);
  const isFiltered = chosen.length > 0 || Object.values(narrowed).some((value) => value !== null);
  useCommands([{ name: t`Show new events`, key: 'n', run: query.refresh }]);
  return (
    <>
      {current === null && <ScreenHeader title={t`Events`} />}
      <Filters names={names} chosen={chosen} />
      <div aria-live="polite">
        {news > 0 && (
          <Button variant="light" mb="sm" onClick={query.refresh}>
            <Plural value={news} one="# new" other="# new" />
          </Button>
        )}
      </div>
      <Loaded query={query} lines={8}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={isFiltered ? t`No event is like that` : t`Nothing happened yet`}>
              {isFiltered ? (
                <Button size="compact-sm" variant="default" onClick={() => filter(noFilter)}>
                  <Trans>Show all</Trans>
                </Button>
              ) : (
                <Trans>Whatever happens to leads, conversations and tasks stands here, as webhooks tell of it.</Trans>
              )}
            </Empty>
          ) : (
            <Rows aria-label={t`Events`}>
              {rows.map((event) => (
                <Row key={event.id} data-current={event.id === current}>
                  <div className="cut">
                    <ScreenLink path="events" id={event.id} search={search}>
                      {writeEventType(event.type)}
                    </ScreenLink>{' '}
                    <span className="muted">{subjectOf(event)?.text}</span>
                  </div>
                  <When at={event.createdAt} />
                </Row>
              ))}
            </Rows>
          )
        }
      </Loaded>
      {hasMore && (
        <Button variant="default" loading={isReadingOn} onClick={readOn}>
          <Trans>Show older ones</Trans>
        </Button>
      )}
    </>
  );
}
