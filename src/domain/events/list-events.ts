import { requireScope } from '../../access/actor.ts';
import type { EventType } from '../../events/catalogue.ts';
import type { LogEvent } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { invalid } from '../../errors.ts';
import { maxPageSize } from '../page.ts';
import type { EventLog } from './event-log.ts';

export type EventPageInput = {
  readonly first: number;
  /** The event to continue after; absent means from the oldest kept. */
  readonly after?: string | null | undefined;
  readonly types?: readonly EventType[] | null | undefined;
};

/** @throws CURSOR_EXPIRED for an `after` that is not kept, never silence. */
export async function listEvents(
  { actor, log }: DomainContext & { log: EventLog },
  { first, after, types }: EventPageInput,
): Promise<{ rows: LogEvent[]; hasNextPage: boolean }> {
  requireScope(actor, 'events:read');
  if (!Number.isInteger(first) || first < 1 || first > maxPageSize)
    throw invalid(`first must be 1 to ${maxPageSize}.`, 'first');
  const found = await log.list(after ?? null, types ?? null, first + 1);
  return { rows: found.slice(0, first), hasNextPage: found.length > first };
}
