import type pg from 'pg';
import type { PrismaClient } from '../generated/prisma/client.ts';

export type DatabasePools = {
  readonly pool: pg.Pool;
  /** Connections that requests cannot use up: webhooks leave while writes queue. Embedded, it is `pool`. */
  readonly deliveryPool: pg.Pool;
};

/** The open database. Embedded, `pool` is exactly one connection wide: never ask it for a second one inside a transaction. */
export type Database = DatabasePools & {
  readonly engine: 'embedded' | 'postgres';
  readonly prisma: PrismaClient;
  /** @throws UNAVAILABLE where a write might not find room. */
  assertRoom(): void;
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
  override readonly name: string = 'DatabaseOpenError';
}

/** Another process has the data folder open. */
export class FolderInUseError extends DatabaseOpenError {
  override readonly name = 'FolderInUseError';
}

export const silentLog: DatabaseLog = { info() {}, warn() {}, error() {} };
