import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { changesOf } from '../../db/write/audit-changes.ts';
import { Prisma } from '../../db/generated/prisma/client.ts';
import { TaskStatus, TaskType } from '../../db/generated/prisma/enums.ts';
import type { TaskSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { conflict, notFound } from '../../errors.ts';
import { jsonObject, parseInput, text } from '../input.ts';
import { isSameValue } from '../same-value.ts';
import { lockTask, taskEvent } from './task-snapshot.ts';

const updateTaskInput = z.strictObject({
  type: z.enum(TaskType).optional(),
  title: text(500).optional(),
  status: z.enum(TaskStatus).optional(),
  dueAt: z.date().nullish(),
  execution: jsonObject.nullish(),
  result: jsonObject.nullish(),
});

const finished: readonly TaskStatus[] = ['COMPLETED', 'FAILED', 'CANCELLED'];

/**
 * Changes a task; setting its status completes, fails or cancels it. The same again changes nothing.
 * @throws CONFLICT when a finished task is given another status.
 */
export async function updateTask(
  context: DomainContext,
  id: string,
  input: z.input<typeof updateTaskInput>,
): Promise<TaskSnapshot> {
  requireScope(context.actor, 'tasks:write');
  const { execution, result, ...fields } = parseInput(updateTaskInput, input);
  return context.write(async (tx) => {
    const before = await lockTask(tx, id);
    const { status = before.status } = fields;
    if (status !== before.status && finished.includes(before.status)) {
      throw conflict(`The task is already ${before.status.toLowerCase()}.`);
    }
    const wanted = { ...fields, execution, result };
    const same = Object.entries(wanted).every(
      ([field, value]) => value === undefined || isSameValue(Reflect.get(before, field), value),
    );
    if (same) return before;
    const [row] = await tx.task.updateManyAndReturn({
      where: { id },
      data: {
        ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
        ...(execution === undefined ? {} : { execution: execution ?? Prisma.DbNull }),
        ...(result === undefined ? {} : { result: result ?? Prisma.DbNull }),
        completedAt: status === 'COMPLETED' ? (before.completedAt ?? tx.now) : null,
        updatedAt: tx.now,
      },
    });
    if (!row) throw notFound('task');
    const task = { ...before, ...row };
    tx.record('task.updated', taskEvent(task), changesOf(before, task, Object.keys(wanted)));
    if (status !== before.status && status === 'COMPLETED') tx.record('task.completed', taskEvent(task));
    if (status !== before.status && status === 'FAILED') tx.record('task.failed', taskEvent(task));
    return task;
  });
}
