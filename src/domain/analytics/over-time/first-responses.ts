import { requireScope } from '../../../access/actor.ts';
import type { DomainContext } from '../../context.ts';
import { firstIdAt } from '../first-id.ts';
import { firstResponsesOverTime } from './first-responses.sql.ts';
import { cutOf, rowsByTime } from './pieces.ts';
import { type OverTime, overTime, type SpanInput, toSpan } from './span.ts';

/** How long the first answer took, of those who had one; null where nobody had. */
export type Waits = {
  readonly count: number;
  readonly medianSeconds: number | null;
  readonly ninetiethSeconds: number | null;
};

export type FirstResponses = { readonly conversations: number; readonly byAi: Waits; readonly byPerson: Waits };

/** How many conversations are looked at for one answer, and how many messages of each: the first ones. */
const most = 20_000;
export const firstMessages = 200;

const nobody: Waits = { count: 0, medianSeconds: null, ninetiethSeconds: null };

/** How long visitors waited for the first answer of the AI and of a person, by when their conversations began. @throws INVALID */
export async function readFirstResponses(context: DomainContext, input: SpanInput): Promise<OverTime<FirstResponses>> {
  const { actor, run, services } = context;
  requireScope(actor, 'analytics:read');
  requireScope(actor, 'conversations:read');
  const span = toSpan(services.clock.now(), input);
  const ids = { fromId: firstIdAt(span.starts[0] ?? span.end), toId: firstIdAt(span.end) };
  const given = { bucket: span.bucket, ...ids, most: most + 1, messages: firstMessages };
  const rows = await run(firstResponsesOverTime, given);
  const at = rowsByTime(rows);
  return overTime(span, cutOf(rows, most), (start) => {
    const row = at(start);
    if (!row) return { conversations: 0, byAi: nobody, byPerson: nobody };
    return {
      conversations: row.conversations,
      byAi: { count: row.aiCount, medianSeconds: row.aiMedian, ninetiethSeconds: row.aiNinety },
      byPerson: { count: row.personCount, medianSeconds: row.personMedian, ninetiethSeconds: row.personNinety },
    };
  });
}
