import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useAddress } from '../../app/use-address.ts';
import { Face } from '../../parts/face.tsx';
import { Row } from '../../parts/rows.tsx';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { When } from '../../parts/when.tsx';
import type { TasksQuery } from './generated/operations.ts';
import classes from './tasks.module.css';
import type { useFinish } from './use-finish.ts';
import { statuses, types } from './words.ts';

export type TaskOfList = TasksQuery['tasks']['nodes'][number];

type Props = {
  readonly task: TaskOfList;
  readonly isOverdue: boolean;
  /** Absent where the viewer may change nothing. */
  readonly actions?: ReturnType<typeof useFinish> | undefined;
};

/** One line: what is to be done, about whom, by when, and doing it. */
export function TaskRow({ task, isOverdue, actions }: Props) {
  const { t, i18n } = useLingui();
  const { search } = useAddress();
  const { id, title, type, status, dueAt, completedAt, updatedAt, lead } = task;
  const isOpen = status === 'PENDING';
  return (
    <Row className={classes['row']}>
      {isOpen && actions && (
        <button
          type="button"
          className={classes['mark']}
          aria-label={t`Complete “${title}”`}
          title={t`Complete`}
          onClick={() => void actions.finish(id, 'COMPLETED')}
        />
      )}
      <span className={`cut ${classes['what'] ?? ''}`} data-task={id}>
        <ScreenLink path="tasks" id={id} search={search}>
          {title}
        </ScreenLink>{' '}
        <span className={`muted ${classes['type'] ?? ''}`}>{i18n._(types[type])}</span>
      </span>
      {lead && (
        <span className={`cut ${classes['lead'] ?? ''}`}>
          <ScreenLink path="leads" id={lead.id}>
            {lead.name ?? lead.email ?? lead.id}
          </ScreenLink>
        </span>
      )}
      {lead?.assignedTo && (
        <span className={`cut muted ${classes['assignee'] ?? ''}`} title={t`Assigned to ${lead.assignedTo.name}`}>
          <Face name={lead.assignedTo.name} url={lead.assignedTo.avatarUrl} size={20} /> {lead.assignedTo.name}
        </span>
      )}
      <span className={classes['due']} data-overdue={isOverdue}>
        {isOpen ? (
          dueAt !== null && <When at={dueAt} mayBeAhead />
        ) : (
          <>
            {i18n._(statuses[status])} <When at={completedAt ?? updatedAt} />
          </>
        )}
      </span>
      {actions && isOpen && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t`Cancel “${title}”`}
          onClick={() => void actions.finish(id, 'CANCELLED')}
        >
          <Trans>Cancel</Trans>
        </Button>
      )}
      {actions && (status === 'COMPLETED' || status === 'CANCELLED') && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t`Reopen “${title}”`}
          onClick={() => void actions.bringBack(id)}
        >
          <Trans>Reopen</Trans>
        </Button>
      )}
    </Row>
  );
}
