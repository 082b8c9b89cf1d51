import type { Prisma } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { businessAsked } from './business-asked.ts';
import { taskGroups } from './kept-counts.sql.ts';

type Reader = Pick<DomainContext, 'actor' | 'db' | 'run'>;

const isPlain = (asked: unknown): asked is string | undefined => asked === undefined || typeof asked === 'string';

/** How many tasks hold what is asked for: as it is kept where that is a status, a type and a business at most, or else counted. */
export async function countTasks({ actor, db, run }: Reader, where: Prisma.TaskWhereInput): Promise<number> {
  const { businessId, status, type, ...others } = where;
  const ofBusiness = businessAsked(actor, businessId);
  const isKept = Object.keys(others).length === 0 && isPlain(status) && isPlain(type);
  if (!isKept || ofBusiness === undefined) return db.task.count({ where });
  const rows = await run(taskGroups, { ofBusiness });
  const held = rows.filter((row) => row.status === (status ?? row.status) && row.type === (type ?? row.type));
  return held.reduce((sum, { count }) => sum + count, 0);
}
