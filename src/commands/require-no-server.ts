import type { Config } from '../config.ts';
import { countServerConnections } from '../db/open/count-servers.ts';

/**
 * Refuses where a server is connected to PostgreSQL; a data folder is locked by its own.
 * @throws Error saying what to do
 */
export async function requireNoServer({ databaseUrl }: Pick<Config, 'databaseUrl'>): Promise<void> {
  if (databaseUrl && (await countServerConnections(databaseUrl)) > 0)
    throw new Error('A server is connected to this database. Stop every one of them first.');
}
