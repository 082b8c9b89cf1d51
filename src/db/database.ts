import type pg from 'pg';
import type { PrismaClient } from './generated/prisma/client.ts';

/** The open database. Embedded, `pool` is exactly one connection wide: never ask it for a second one inside a transaction. */
export type Database = {
  readonly engine: 'embedded' | 'postgres';
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;
  close(): Promise<void>;
};

/** What this layer asks of a logger; pino's fits. */
export type DatabaseLog = {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
};

/** The database cannot be opened, for a reason the operator can act on. */
export class DatabaseOpenError extends Error {
  override readonly name = 'DatabaseOpenError';
}

export const silentLog: DatabaseLog = { info() {}, warn() {}, error() {} };
