import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, NativeSelect, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useCommands } from '../../app/commands.tsx';
import { useAddress } from '../../app/use-address.ts';
import { useSession } from '../../data/session.tsx';
import { usePages } from '../../data/use-pages.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ScreenBody } from '../../parts/screen-body.tsx';
import { ScreenHeader } from '../../parts/screen-header.tsx';
import { TasksDocument } from './generated/operations.ts';
import { groupByDue } from './group-by-due.ts';
import { MakeTask, OpenTask } from './task-dialogs.tsx';
import { TaskRow } from './task-row.tsx';
import classes from './tasks.module.css';
import { useFinish } from './use-finish.ts';
import { isWordOf, statuses, types } from './words.ts';

/** The order by when they are due needs all that are to be done; of more than these the newest are shown. */
const mostOpen = 1000;
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
  const { t, i18n } = useLingui();
  const { id, search, filter } = useAddress();
  const { may } = useSession();
  const now = useNow();
  const status = isWordOf(statuses, search['status']) ? search['status'] : 'PENDING';
  const type = isWordOf(types, search['type']) ? search['type'] : null;
  const pages = usePages(TasksDocument, {
    variables: (page) => ({ ...page, filter: { status, ...(type !== null && { type }) }, leads: may('leads:read') }),
    select: ({ tasks }) => tasks,
    on: ['TASK_'],
  });
  const { query, nodes, hasMore, isReadingOn, readOn } = pages;
  const isByDue = status === 'PENDING';
  const mustReadOn = isByDue && hasMore && !isReadingOn && nodes.length < mostOpen;
  useEffect(() => {
    if (mustReadOn) readOn();
    // oxlint-disable-next-line react/exhaustive-deps -- `readOn` is new each time
  }, [mustReadOn, nodes.length]);

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
    <ul className={classes['rows']}>
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} isOverdue={isOverdue} actions={mayWrite ? actions : undefined} />
      ))}
    </ul>
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
      <search className={classes['filters']} aria-label={t`Filters`}>
        <NativeSelect
          size="xs"
          aria-label={t`Status`}
          value={status}
          onChange={(event) =>
            filter({ status: event.currentTarget.value === 'PENDING' ? '' : event.currentTarget.value })
          }
          data={Object.entries(statuses).map(([value, name]) => ({ value, label: i18n._(name) }))}
        />
        <NativeSelect
          size="xs"
          aria-label={t`Kind`}
          value={type ?? ''}
          onChange={(event) => filter({ type: event.currentTarget.value })}
          data={[
            { value: '', label: t`Any kind` },
            ...Object.entries(types).map(([value, name]) => ({ value, label: i18n._(name) })),
          ]}
        />
      </search>
      <Loaded query={query} lines={8}>
        {() =>
          nodes.length === 0 ? (
            <Empty title={isByDue ? t`Nothing is to be done` : t`No task is like that`}>
              <Trans>Tasks come from rules, integrations and people. Press c to make one.</Trans>
            </Empty>
          ) : isByDue ? (
            groupByDue(nodes, now).map(({ key, tasks }) => (
              <section key={key} className={classes['group']} aria-labelledby={`tasks-${key}`}>
                <Title order={2} id={`tasks-${key}`}>
                  {titles[key]} <span className="muted figures">{tasks.length}</span>
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
