import type { EventType } from '../../events/catalogue.ts';
import type { EventLog } from '../../events/event-log.ts';
import type { LogFilter } from '../../events/read-log.ts';
import type { LogEvent } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { checkPage, type Page, type PageInput } from '../page.ts';
import { shownTypes } from './event-scopes.ts';

/**
 * The events the caller is shown.
 * @param isBare whether nothing is asked of them that stands in their snapshots
 * @throws CURSOR_EXPIRED for a cursor that is not kept, never silence; FORBIDDEN for a type that is not shown
 */
export async function listEvents(
  { actor, log }: DomainContext & { log: EventLog },
  page: PageInput,
  asked: readonly EventType[] | null,
  filter: LogFilter = {},
  isBare = false,
): Promise<Omit<Page<LogEvent>, 'countAll'>> {
  const types = shownTypes(actor, asked);
  checkPage(page);
  const { size, backward = false } = page;
  const range = { cursor: page.cursor ?? null, backward, types, filter, isBare };
  const found = await log.list({ ...range, first: size + 1 });
  return {
    rows: backward ? found.slice(-size) : found.slice(0, size),
    backward,
    hasMore: found.length > size,
    hasOther: async () => range.cursor !== null && (await log.list({ ...range, leftOut: true, first: 1 })).length > 0,
  };
}
