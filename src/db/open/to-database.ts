import { PrismaPg } from '@prisma/adapter-pg';
import type { Database, DatabasePools } from './database.ts';
import { type Prisma, PrismaClient } from '../generated/prisma/client.ts';
import { toJoinablePool } from '../transaction/joinable-pool.ts';
import { neverRead } from '../reader/never-read.ts';
import { createStatementNames } from './name-statements.ts';

/** Puts Prisma on the pool. */
export function toDatabase(
  engine: Database['engine'],
  { pool, deliveryPool = pool }: Pick<DatabasePools, 'pool'> & Partial<DatabasePools>,
  release: () => Promise<void>,
  assertRoom: Database['assertRoom'] = () => undefined,
): Database {
  const options: Prisma.PrismaClientOptions = {
    adapter: new PrismaPg(toJoinablePool(pool), { statementNameGenerator: createStatementNames() }),
    omit: neverRead,
  };
  const prisma = new PrismaClient(options);
  let closing: Promise<void> | undefined;
  const close = async () => {
    await prisma.$disconnect();
    await release();
  };
  return { engine, pool, deliveryPool, prisma, assertRoom, close: () => (closing ??= close()) };
}
