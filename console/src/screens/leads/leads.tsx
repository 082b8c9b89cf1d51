import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, SegmentedControl } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useRef } from 'react';
import { useCommands } from '../../app/commands.tsx';
import { useAddress } from '../../app/use-address.ts';
import { useSession } from '../../data/session.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ScreenBody } from '../../parts/screen-body.tsx';
import { ScreenHeader } from '../../parts/screen-header.tsx';
import { Board } from './board/board.tsx';
import { CreateLead } from './create-lead.tsx';
import { ImportLeads } from './exchange/import/import-leads.tsx';
import { useExport } from './exchange/use-export.ts';
import { FilterBar } from './filters/filter-bar.tsx';
import { pickFilter, readFilter, readOrder } from './filters/read-filter.ts';
import { SavedMenu } from './filters/saved-menu.tsx';
import classes from './leads.module.css';
import { ListView } from './list/list-view.tsx';
import { useLeadList } from './list/use-lead-list.ts';
import { Profile } from './profile/profile.tsx';
import { useChoices } from './use-choices.ts';

/** The leads as a list or a board, and beside it the one that is open. */
export function Leads() {
  const { t } = useLingui();
  const { id, search, open, filter } = useAddress();
  const { may } = useSession();
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const { query: choicesQuery, choices } = useChoices();
  const list = useLeadList(readFilter(search), readOrder(search['sort']));
  const exporting = useExport(readFilter(search), readOrder(search['sort']));
  const searchBox = useRef<HTMLInputElement>(null);
  const [isCreating, creating] = useDisclosure();
  const [isImporting, importing] = useDisclosure();
  const mayWrite = may('leads:write');
  useCommands([
    { name: t`Search leads`, key: 'f', run: () => searchBox.current?.focus() },
    {
      name: t`Show as board or list`,
      key: 'b',
      run: () => filter({ view: search['view'] === 'board' ? '' : 'board' }),
    },
    { name: t`Export leads as CSV`, run: exporting.run },
    ...(mayWrite
      ? [
          { name: t`Make a lead`, key: 'c', run: creating.open },
          { name: t`Import leads from a CSV file`, run: importing.open },
        ]
      : []),
    ...(id === null ? [] : [{ name: t`Close the lead`, key: 'Escape', run: () => open(null) }]),
  ]);
  const isBoard = search['view'] === 'board';
  const { stage: _, ...ofAnyStage } = readFilter(search);
  const isOnlyProfile = id !== null && !isWide;
  return (
    <div className={classes['panes']}>
      {!isOnlyProfile && (
        <div className={classes['list']}>
          <ScreenBody>
            <ScreenHeader title={t`Leads`}>
              {list.query.data && (
                <span className="muted figures">
                  <Plural value={list.query.data.leads.totalCount} one="# lead" other="# leads" />
                </span>
              )}
              <Button size="xs" variant="default" onClick={exporting.run}>
                {exporting.done === null ? <Trans>Export</Trans> : <Trans>Stop at {exporting.done}</Trans>}
              </Button>
              {mayWrite && (
                <Button size="xs" variant="default" onClick={importing.open}>
                  <Trans>Import</Trans>
                </Button>
              )}
              {mayWrite && (
                <Button size="xs" onClick={creating.open}>
                  <Trans>New lead</Trans>
                </Button>
              )}
            </ScreenHeader>
            <FilterBar choices={choices} searchRef={searchBox}>
              <SavedMenu />
              <SegmentedControl
                size="xs"
                aria-label={t`View`}
                value={isBoard ? 'board' : 'list'}
                onChange={(view) => filter({ view: view === 'board' ? 'board' : '' })}
                data={[
                  { value: 'list', label: t`List` },
                  { value: 'board', label: t`Board` },
                ]}
              />
            </FilterBar>
            {isBoard ? (
              <Loaded query={choicesQuery} lines={8}>
                {() => <Board filter={ofAnyStage} orderBy={readOrder(search['sort'])} choices={choices} />}
              </Loaded>
            ) : (
              <ListView list={list} choices={choices} isFiltered={Object.keys(pickFilter(search)).length > 0} />
            )}
          </ScreenBody>
        </div>
      )}
      {id !== null && <Profile key={id} id={id} choices={choices} isAlone={!isWide} />}
      <CreateLead isOpen={isCreating} onClose={creating.close} choices={choices} onMade={list.query.refresh} />
      <ImportLeads isOpen={isImporting} onClose={importing.close} choices={choices} onMade={list.query.refresh} />
    </div>
  );
}
