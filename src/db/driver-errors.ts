import { Prisma } from './generated/prisma/client.ts';

/** The SQLSTATE behind a Prisma error, wherever the adapter put it. */
function sqlState(error: Prisma.PrismaClientKnownRequestError): string | undefined {
  const meta: unknown = error.meta;
  for (const path of [
    ['driverAdapterError', 'cause', 'originalCode'],
    ['driverAdapterError', 'cause', 'code'],
    ['code'],
  ]) {
    let value: unknown = meta;
    for (const key of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    if (typeof value === 'string') return value;
  }
  return undefined;
}

const known = (error: unknown): error is Prisma.PrismaClientKnownRequestError =>
  error instanceof Prisma.PrismaClientKnownRequestError;

/** A deadlock or serialisation failure: the same change may succeed when run again. */
export function isTransientConflict(error: unknown): boolean {
  if (!known(error)) return false;
  return error.code === 'P2034' || ['40P01', '40001'].includes(sqlState(error) ?? '');
}

/** The transaction could not start, or did not finish, in time. */
export const isTransactionTimeout = (error: unknown): boolean => known(error) && error.code === 'P2028';

/** A unique constraint stood in the way. */
export const isUniqueViolation = (error: unknown): boolean =>
  known(error) && (error.code === 'P2002' || sqlState(error) === '23505');

/** A row refers, or is referred to, against a foreign key. */
export const isMissingReference = (error: unknown): boolean =>
  known(error) && (error.code === 'P2003' || sqlState(error) === '23503');
