import type { EventLog } from '../../events/event-log.ts';
import type { LogEvent } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { shownTypes } from './event-scopes.ts';

/** An event by its id; null where it is not kept, or not shown to the caller. */
export async function getEvent(
  { actor, log }: DomainContext & { log: EventLog },
  id: string,
): Promise<LogEvent | null> {
  const types = shownTypes(actor, null);
  const [event = null] = await log.find([id]);
  return event && (types === null || types.includes(event.type)) ? event : null;
}
