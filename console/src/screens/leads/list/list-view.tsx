import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useCommands } from '../../../app/commands.tsx';
import { walk } from '../../../app/walk.ts';
import { useSession } from '../../../data/session.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import type { Choices } from '../use-choices.ts';
import { BulkBar } from './bulk-bar.tsx';
import { LeadTable } from './lead-table.tsx';
import type { LeadList } from './use-lead-list.ts';
import { useSelection } from './use-selection.ts';

type Props = { readonly list: LeadList; readonly choices: Choices; readonly isFiltered: boolean };

const focusedId = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-lead]')?.dataset['lead'];

export function ListView({ list, choices, isFiltered }: Props) {
  const { t } = useLingui();
  const { may } = useSession();
  const { nodes, query, waiting, showNew } = list;
  const selection = useSelection(nodes.map(({ id }) => id));
  const maySelect = may('leads:write');
  const chosen = nodes.filter(({ id }) => selection.selected.includes(id));
  useCommands([
    { name: t`Go to the next lead`, key: 'j', run: () => walk('[data-lead] a', 1) },
    { name: t`Go to the lead before`, key: 'k', run: () => walk('[data-lead] a', -1) },
    ...(maySelect
      ? [
          {
            name: t`Choose the lead`,
            key: 'x',
            run: () => {
              const id = focusedId();
              if (id !== undefined) selection.toggle(id);
            },
          },
        ]
      : []),
  ]);
  return (
    <>
      {chosen.length > 0 && (
        <BulkBar leads={chosen} choices={choices} onClear={selection.clear} onDone={query.refresh} />
      )}
      <div role="status">
        {waiting > 0 && (
          <Button size="xs" variant="light" fullWidth mb="sm" onClick={showNew}>
            <Plural value={waiting} one="Show # new lead" other="Show # new leads" />
          </Button>
        )}
      </div>
      <Loaded query={query} lines={12}>
        {() =>
          nodes.length > 0 ? (
            <LeadTable list={list} selection={selection} maySelect={maySelect} />
          ) : isFiltered ? (
            <Empty title={t`No lead is like that`}>
              <Trans>Take a filter off to see more.</Trans>
            </Empty>
          ) : (
            <Empty title={t`No leads yet`}>
              <Trans>
                Who writes in the chat, fills in a form or is sent by an integration stands here. Press c to make one by
                hand.
              </Trans>
            </Empty>
          )
        }
      </Loaded>
    </>
  );
}
