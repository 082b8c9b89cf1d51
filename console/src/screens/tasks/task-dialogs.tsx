import { Trans, useLingui } from '@lingui/react/macro';
import { useAddress } from '../../app/use-address.ts';
import { useSession } from '../../data/session.tsx';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useMutate } from '../../data/use-mutate.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { tellDone, tellFailed } from '../../parts/tell.ts';
import { Assignee } from './assignee.tsx';
import { MakeTaskDocument, OneTaskDocument, SaveTaskDocument } from './generated/operations.ts';
import { TaskForm, type TaskInput } from './task-form.tsx';

const fresh: TaskInput = { title: '', type: 'FOLLOW_UP', dueAt: null };

type MakingProps = { readonly isOpen: boolean; readonly onClose: () => void; readonly onDone: () => void };

export function MakeTask({ isOpen, onClose, onDone }: MakingProps) {
  const { t } = useLingui();
  const make = useMutate(MakeTaskDocument);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t`New task`}>
      {isOpen && (
        <TaskForm
          initial={fresh}
          action={t`Make task`}
          onSubmit={async (input) => {
            const { error } = await make({ input });
            if (error) return tellFailed(t`The task was not made`, error);
            tellDone(t`Task made`);
            onDone();
            return onClose();
          }}
        />
      )}
    </Dialog>
  );
}

/** The task that the address names. */
export function OpenTask({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const { t } = useLingui();
  const { open } = useAddress();
  const { may } = useSession();
  const save = useMutate(SaveTaskDocument);
  const query = useLiveQuery(OneTaskDocument, {
    variables: { id, leads: may('leads:read') },
    on: ['TASK_'],
    about: (event) => 'task' in event && event.task?.id === id,
  });
  const close = () => open(null);
  return (
    <Dialog isOpen onClose={close} title={t`Task`}>
      <Loaded query={query}>
        {({ task }) =>
          task ? (
            <>
              <TaskForm
                key={task.id}
                initial={task}
                action={t`Save`}
                isDisabled={!may('tasks:write')}
                onSubmit={async (input) => {
                  const { error } = await save({ id, input });
                  if (error) return tellFailed(t`Not saved`, error);
                  tellDone(t`Task saved`);
                  onDone();
                  return close();
                }}
              />
              {task.lead && <Assignee lead={task.lead} onChanged={query.refresh} />}
            </>
          ) : (
            <Empty title={t`There is no such task`}>
              <Trans>Its lead was erased, or you may not see it.</Trans>
            </Empty>
          )
        }
      </Loaded>
    </Dialog>
  );
}
