import pg from 'pg';
import { DomainError, unavailable } from '../errors.ts';
import { Prisma } from './generated/prisma/client.ts';

const mostNested = 6;

/** A failure and all it was made of: the ORM wraps the adapter's error, which wraps the driver's; Node puts several into one. */
function* layersOf(error: unknown, depth = 0): Generator<object> {
  if (typeof error !== 'object' || error === null || depth > mostNested) return;
  yield error;
  for (const key of ['cause', 'meta', 'driverAdapterError']) yield* layersOf(Reflect.get(error, key), depth + 1);
  if (error instanceof AggregateError) for (const part of error.errors) yield* layersOf(part, depth + 1);
}

/** What the layers say in the words of Prisma (P2002), of PostgreSQL (23505) and of Node (ECONNRESET). */
function codesOf(error: unknown): string[] {
  const said = [...layersOf(error)].flatMap((layer) =>
    ['code', 'originalCode', 'kind'].map((key): unknown => Reflect.get(layer, key)),
  );
  return said.filter((code) => typeof code === 'string');
}

const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  codesOf(error).some((code) => codes.includes(code));

const known = (error: unknown): boolean =>
  error instanceof pg.DatabaseError || error instanceof Prisma.PrismaClientKnownRequestError;

/** A deadlock or serialisation failure: the same change may succeed when run again. */
export const isTransientConflict = (error: unknown): boolean =>
  known(error) && hasCode(error, 'P2034', '40P01', '40001');

/** A unique constraint stood in the way. */
export const isUniqueViolation = (error: unknown): boolean => known(error) && hasCode(error, 'P2002', '23505');

/** A row refers, or is referred to, against a foreign key. */
export const isMissingReference = (error: unknown): boolean => known(error) && hasCode(error, 'P2003', '23503');

const lost: readonly RegExp[] = [
  // Connection exceptions, no more connections, and a server that stops, crashed or is starting.
  /^08|^53|^57P0/,
  /^(?:ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/,
  // The ORM's words for the same, and for a transaction that could not begin or end in time.
  /^(?:P1001|P1002|P1008|P1017|P2024|P2028|P2037)$/,
  /^(?:DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/,
];

/** `pg` and its pool say these without a code. */
const lostMessages: ReadonlySet<string> = new Set([
  'timeout exceeded when trying to connect',
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Cannot use a pool after calling end on the pool',
]);

/** The statement did not fail by itself: the database could not be asked, or did not answer in time. */
const isLost = (error: unknown): boolean =>
  codesOf(error).some((code) => lost.some((pattern) => pattern.test(code))) ||
  [...layersOf(error)].some((layer) => layer instanceof Error && lostMessages.has(layer.message));

/**
 * What a caller may be told of a failure: UNAVAILABLE where the database is the reason and the same call may succeed later;
 * any other failure as it is.
 */
export function toFailure(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  if (hasCode(error, '25006')) return unavailable('The database takes no writes now. Reading still works.', 5, error);
  if (hasCode(error, '55P03', '57014')) return unavailable('The database is busy. Try again in a moment.', 2, error);
  if (isTransientConflict(error)) return unavailable('The database is busy. Try again in a moment.', 2, error);
  return isLost(error) ? unavailable('The database does not answer. Try again in a moment.', 2, error) : error;
}
