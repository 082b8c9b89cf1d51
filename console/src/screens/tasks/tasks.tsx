import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useCommands } from '../../app/commands.tsx';
import { useAddress } from '../../app/use-address.ts';
import { useSession } from '../../data/session.tsx';
import { useEvents } from '../../data/use-live-query.ts';
import { usePages } from '../../data/use-pages.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Rows } from '../../parts/rows.tsx';
import { ScreenBody } from '../../parts/screen-body.tsx';
import { ScreenHeader } from '../../parts/screen-header.tsx';
import { Filters } from './filters.tsx';
import { TasksDocument } from './generated/operations.ts';
import { groupByDue } from './group-by-due.ts';
import { MakeTask, OpenTask } from './task-dialogs.tsx';
import { TaskRow } from './task-row.tsx';
import classes from './tasks.module.css';
import { useAsked } from './use-asked.ts';
import { useFinish } from './use-finish.ts';

const minuteMs = 60_000;

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), minuteMs);
    return () => clearInterval(ticking);
  }, []);
  return now;
}

const move = (by: number): void => {
  const all = [...document.querySelectorAll<HTMLAnchorElement>('[data-task] a')];
  const here = all.findIndex((link) => link === document.activeElement);
  all[here < 0 ? 0 : Math.min(Math.max(here + by, 0), all.length - 1)]?.focus();
};
const focusedId = () => document.activeElement?.closest<HTMLElement>('[data-task]')?.dataset['task'];

/** What is to be done, the most urgent first. */
export function Tasks() {
  const { t } = useLingui();
  const { id } = useAddress();
  const { may } = useSession();
  const now = useNow();
  const asked = useAsked(now);
  const { filter, orderBy } = asked;
  const pages = usePages(TasksDocument, {
    variables: (page) => ({ ...page, filter, orderBy, leads: may('leads:read') }),
    select: ({ tasks }) => tasks,
    on: ['TASK_'],
  });
  const { query, nodes, hasMore, isReadingOn, readOn } = pages;
  // Whoever has a lead has its tasks.
  useEvents(['LEAD_UPDATED'], (event) => {
    if (event && 'lead' in event && nodes.some(({ lead }) => lead?.id === event.lead?.id)) query.refresh();
  });
  const isOpen = asked.status === 'PENDING';
  const isByDue = isOpen && asked.order === 'due';
  const isFiltered = asked.type !== null || asked.due !== null;

  const actions = useFinish(query.refresh);
  const mayWrite = may('tasks:write');
  const [isMaking, making] = useDisclosure();
  const finishFocused = (as: 'COMPLETED' | 'CANCELLED') => {
    const focused = focusedId();
    if (focused !== undefined) void actions.finish(focused, as);
  };
  useCommands([
    { name: t`Go to the next task`, key: 'j', run: () => move(1) },
    { name: t`Go to the task before`, key: 'k', run: () => move(-1) },
    ...(mayWrite
      ? [
          { name: t`Make a task`, key: 'c', run: making.open },
          { name: t`Complete the task`, key: 'd', run: () => finishFocused('COMPLETED') },
          { name: t`Cancel the task`, key: 'x', run: () => finishFocused('CANCELLED') },
        ]
      : []),
  ]);
  const titles = { overdue: t`Overdue`, today: t`Today`, later: t`Later`, undated: t`Without a date` };
  const list = (tasks: typeof nodes, isOverdue: boolean) => (
    <Rows>
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} isOverdue={isOverdue} actions={mayWrite ? actions : undefined} />
      ))}
    </Rows>
  );
  return (
    <ScreenBody>
      <ScreenHeader title={t`Tasks`}>
        {query.data && (
          <span className="muted figures">
            <Plural value={query.data.tasks.totalCount} one="# task" other="# tasks" />
          </span>
        )}
        {mayWrite && (
          <Button size="xs" onClick={making.open}>
            <Trans>New task</Trans>
          </Button>
        )}
      </ScreenHeader>
      <Filters {...asked} />
      <Loaded query={query} lines={8}>
        {() =>
          nodes.length === 0 ? (
            <Empty title={isOpen && !isFiltered ? t`Nothing is to be done` : t`No task is like that`}>
              <Trans>Tasks come from rules, integrations and people. Press c to make one.</Trans>
            </Empty>
          ) : isByDue ? (
            groupByDue(nodes, now).map(({ key, tasks }, index, { length }) => (
              <section key={key} className={classes['group']} aria-labelledby={`tasks-${key}`}>
                <Title order={2} id={`tasks-${key}`}>
                  {titles[key]}{' '}
                  <span className="muted figures">
                    {tasks.length}
                    {hasMore && index === length - 1 && '+'}
                  </span>
                </Title>
                {list(tasks, key === 'overdue')}
              </section>
            ))
          ) : (
            list(nodes, false)
          )
        }
      </Loaded>
      {hasMore && (
        <Button mt="md" size="xs" variant="default" loading={isReadingOn} onClick={readOn}>
          <Trans>Show more</Trans>
        </Button>
      )}
      <MakeTask isOpen={isMaking} onClose={making.close} onDone={query.refresh} />
      {id !== null && <OpenTask key={id} id={id} onDone={query.refresh} />}
    </ScreenBody>
  );
}
