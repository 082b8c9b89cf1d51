import { Prisma, type Stage } from '../../../db/generated/prisma/client.ts';
import type { Tx } from '../../../db/write/write.ts';
import type { LeadSnapshot } from '../../../events/snapshot.ts';
import { isSameValue } from '../../same-value.ts';
import type { LeadColumns } from '../fields/lead-columns.ts';

/** A locked lead, and what is asked of it. */
export type LeadChange = { readonly before: LeadSnapshot; readonly columns: LeadColumns };

/** The same, with the columns that will really be others, and the stage it will be in. */
export type PlannedChange = LeadChange & {
  readonly data: LeadColumns;
  /** Absent where it was deleted meanwhile: the lead's reference to it fails then, upon which `write` runs again. */
  readonly stage: Stage | undefined;
};

/** The changes that are any, each with the status that its stage carries unless it is given one; in one statement at most. */
export async function planChanges(tx: Tx, changes: readonly LeadChange[]): Promise<PlannedChange[]> {
  const asked = changes.flatMap(({ before, columns: { stageId = before.stageId } }) =>
    stageId === before.stageId ? [] : stageId,
  );
  const others = asked.length === 0 ? [] : await tx.stage.findMany({ where: { id: { in: [...new Set(asked)] } } });
  const stages = new Map(others.map((stage) => [stage.id, stage]));
  return changes.flatMap(({ before, columns }) => {
    const { stageId = before.stageId } = columns;
    const stage = stageId === before.stageId ? before.stage : stages.get(stageId);
    const data = differing(before, { ...(stageId !== before.stageId && carriedBy(stage)), ...columns });
    return Object.keys(data).length === 0 ? [] : [{ before, columns, data, stage }];
  });
}

const carriedBy = (stage: Stage | undefined): LeadColumns => (stage?.status ? { status: stage.status } : {});

/** The columns that would really change. Another address has not bounced yet. */
function differing(before: LeadSnapshot, columns: LeadColumns): LeadColumns {
  const forgotten = columns.email === undefined || columns.email === before.email ? {} : { emailBouncedAt: null };
  const differs = ([column, value]: [string, unknown]) =>
    !isSameValue(Reflect.get(before, column), value === Prisma.DbNull ? null : value);
  return Object.fromEntries(Object.entries({ ...forgotten, ...columns }).filter(differs));
}
