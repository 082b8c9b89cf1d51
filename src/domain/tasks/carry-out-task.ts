import type { Tx } from '../../db/write/write.ts';
import type { TaskSnapshot } from '../../events/snapshot.ts';
import { isJsonObject } from '../../json.ts';
import type { DomainContext } from '../context.ts';
import { changeTask, findTaskIn } from './change-task.ts';
import { taskEvent } from './task-snapshot.ts';
import { isAutomated, type TaskEnd, taskRunners } from './task-runner.ts';

type Attempt = { readonly number: number; readonly startedAt: Date; readonly signal: AbortSignal };

/**
 * Carries out a task that the product scheduled: RUNNING meanwhile, COMPLETED or FAILED afterwards. One that somebody else has ended is left
 * alone. Answers its result; null where there was nothing to do.
 * @throws what may pass by itself; the task stays RUNNING
 */
export async function carryOutTask(context: DomainContext, id: string, attempt: Attempt): Promise<object | null> {
  const task = await context.write((tx) => beginTask(tx, id, attempt));
  if (!task) return null;
  if (!isAutomated(task.type)) return endTask(context, id, failure('The product does not carry out such tasks.'));
  return endTask(context, id, await taskRunners[task.type](context, task, attempt.signal));
}

/** Ends a task that is not tried again. */
export const giveTaskUp = (context: DomainContext, id: string, error: string): Promise<object | null> =>
  endTask(context, id, failure(error));

const failure = (error: string): TaskEnd => ({ status: 'FAILED', result: { error } });

/** The task, locked, while it is still to be done. */
const findOpen = (tx: Tx, id: string) => findTaskIn(tx, id, ['PENDING', 'RUNNING']);

async function beginTask(tx: Tx, id: string, { number, startedAt }: Attempt): Promise<TaskSnapshot | null> {
  const before = await findOpen(tx, id);
  if (!before) return null;
  const known = isJsonObject(before.execution) ? before.execution : {};
  const execution = { ...known, startedAt: known['startedAt'] ?? startedAt.toISOString(), attempts: number };
  return changeTask(tx, before, { status: 'RUNNING', execution });
}

async function endTask(context: DomainContext, id: string, { status, result }: TaskEnd): Promise<object | null> {
  return context.write(async (tx) => {
    const before = await findOpen(tx, id);
    if (!before) return null;
    const completedAt = status === 'COMPLETED' ? tx.now : null;
    const task = await changeTask(tx, before, { status, result, completedAt });
    tx.record(status === 'COMPLETED' ? 'task.completed' : 'task.failed', taskEvent(task));
    return { status, ...result };
  });
}
