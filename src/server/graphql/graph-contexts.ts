import type { GraphContext } from '../../../schema/builder/context.ts';
import { type Actor, requireInsider, requireScope } from '../../access/actor.ts';
import type { Database } from '../../db/open/database.ts';
import type { ExpectedRow } from '../../db/write/expected-row.ts';
import type { IdempotencyClaim } from '../../db/write/idempotency.ts';
import { createReaders, createTextReaders } from '../../db/reader/reader.ts';
import { createRun } from '../../db/run/run.ts';
import { createScopes } from '../../db/scoped.ts';
import { rehearse } from '../../db/write/rehearse.ts';
import type { Writer } from '../../db/write/write.ts';
import type { DomainContext, DomainServices } from '../../domain/context.ts';
import { createEventLog } from '../../events/event-log.ts';
import { headCursor } from '../../events/cursor.ts';
import { limits } from '../../limits.ts';
import { createTurns } from '../../turns.ts';
import { follow } from '../../events/follow.ts';
import type { Tails } from '../../events/tails.ts';
import { createLoaders } from './loaders.ts';

export type GraphContextOptions = {
  readonly database: Database;
  readonly write: Writer;
  readonly tails: Tails;
  readonly services: Omit<DomainServices, 'openAs'>;
};

export type GraphContexts = {
  /** The product as this actor may use it, for one execution. */
  open(
    actor: Actor,
    idempotency?: IdempotencyClaim | null,
    expected?: ExpectedRow | null,
    signal?: AbortSignal,
  ): GraphContext;
  /** The same without the graph, for verbs that run on their own. */
  openDomain(actor: Actor, idempotency?: IdempotencyClaim | null, expected?: ExpectedRow | null): DomainContext;
  readonly services: DomainServices;
};

/** Opens the product for its callers; here the database is bound to whoever acts, and nowhere else. */
export function createGraphContexts({ database, write, tails, services }: GraphContextOptions): GraphContexts {
  const scopes = createScopes(database.prisma);
  const [readerOf, textsOf] = [createReaders(database.pool), createTextReaders(database.pool)];
  const turns = createTurns(limits.readsPerKey, limits.readWaitMs);
  const complete: DomainServices = { ...services, openAs: (actor) => openDomain(actor) };

  const openDomain: GraphContexts['openDomain'] = (actor, idempotency = null, expected = null) => {
    const client = scopes(actor);
    const writeWith =
      (claim: IdempotencyClaim | null): DomainContext['write'] =>
      async (change) => {
        requireInsider(actor);
        return write(client, actor, claim, change, expected);
      };
    const everyTenant: DomainContext['everyTenant'] = () => {
      requireScope(actor, 'staff');
      return database.prisma;
    };
    const [db, run] = [readerOf(client, actor), createRun(database.pool, actor)];
    const writeBefore = writeWith(null);
    const writes: Pick<DomainContext, 'write' | 'writeBefore' | 'rehearse'> = {
      write: writeWith(idempotency),
      writeBefore,
      // The key of a request that changes nothing is taken by its answer.
      rehearse: (change) => rehearse(writeBefore, change),
    };
    const leadTexts = () => textsOf(client, actor).lead;
    return { actor, db, leadTexts, run, everyTenant, services: complete, ...writes };
  };

  return {
    services: complete,
    openDomain,
    open(actor, idempotency, expected, signal) {
      const domain = openDomain(actor, idempotency, expected);
      const log = createEventLog(database, actor);
      let cursor: Promise<string> | undefined;
      return {
        ...domain,
        log,
        loaders: createLoaders(domain, log),
        follow: (options) => follow(tails, actor, options),
        turn: (read) => turns(`${actor.orgId}/${actor.apiKeyId}`, read, signal),
        eventCursor: () => (cursor ??= headCursor(database, actor)),
      };
    },
  };
}
