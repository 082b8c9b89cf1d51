import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useCommands } from '../../app/commands.tsx';
import { useAddress } from '../../app/use-address.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Rows } from '../../parts/rows.tsx';
import { ScreenHeader } from '../../parts/screen-header.tsx';
import { EntryRow } from './entry-row.tsx';
import { Filters } from './filters.tsx';
import { useEntries } from './use-entries.ts';

/** Changes: what was done, by whom, when. */
export function AuditList({ current }: { readonly current: string | null }) {
  const { t } = useLingui();
  const {
    search: { member, key, of, action },
    filter,
  } = useAddress();
  const { query, nodes, hasMore, isReadingOn, readOn, hasNews } = useEntries({
    memberId: member || null,
    apiKeyId: key || null,
    subjectId: of || null,
    action: action || null,
  });
  useCommands([{ name: t`Show new entries`, key: 'n', run: query.refresh }]);
  const isFiltered = [member, key, of, action].some(Boolean);
  return (
    <>
      {current === null && <ScreenHeader title={t`Audit`} />}
      <Filters />
      <div aria-live="polite">
        {hasNews && (
          <Button variant="light" mb="sm" onClick={query.refresh}>
            <Trans>Show newer ones</Trans>
          </Button>
        )}
      </div>
      <Loaded query={query} lines={8}>
        {() =>
          nodes.length === 0 ? (
            <Empty title={isFiltered ? t`No change is like that` : t`Nothing was changed yet`}>
              {isFiltered ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => filter({ member: '', key: '', of: '', action: '' })}
                >
                  <Trans>Show all</Trans>
                </Button>
              ) : (
                <Trans>Whoever changes something stands here, with what it was before and after.</Trans>
              )}
            </Empty>
          ) : (
            <Rows aria-label={t`Changes`}>
              {nodes.map((entry) => (
                <EntryRow key={entry.id} entry={entry} isCurrent={entry.id === current} />
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
