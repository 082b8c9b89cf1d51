import type { Actor } from '../access/actor.ts';
import { systemClock } from '../clock.ts';
import type { Database } from '../db/open/database.ts';
import { createScopes } from '../db/scoped.ts';
import { createWriter } from '../db/write/write.ts';
import type { DomainContext } from '../domain/context.ts';

/** How a command writes to a database that it has opened itself: nobody follows what it does. */
export function createOpenAs({ pool, prisma }: Pick<Database, 'pool' | 'prisma'>) {
  const scopes = createScopes(prisma);
  const write = createWriter({ pool, clock: systemClock, onCommit() {} });
  return (actor: Actor): Pick<DomainContext, 'write'> => ({
    write: (change) => write(scopes(actor), actor, null, change),
  });
}
