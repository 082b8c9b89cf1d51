import { requireScope } from '../../access/actor.ts';
import type { Stage } from '../../db/generated/prisma/client.ts';
import type { ScopedReader } from '../../db/scoped.ts';
import type { DomainContext } from '../context.ts';

/** The pipeline in its order; stages of one order stand as they were made. */
export const readPipeline = ({ stage }: Pick<ScopedReader, 'stage'>): Promise<Stage[]> =>
  stage.findMany({ orderBy: [{ order: 'asc' }, { id: 'asc' }] });

export async function listStages({ actor, db }: DomainContext): Promise<Stage[]> {
  requireScope(actor, 'leads:read');
  return readPipeline(db);
}
