import { requireScope } from '../../../access/actor.ts';
import type { DomainContext } from '../../context.ts';
import { firstIdAt } from '../first-id.ts';
import { answersOverTime } from './answers.sql.ts';
import { cutOf, rowsByTime } from './pieces.ts';
import { type OverTime, overTime, type SpanInput, toSpan } from './span.ts';

export type Answers = { readonly byAi: number; readonly byPerson: number };

/** How many messages are looked at for one answer: some 0.1 s of the database's. */
const most = 200_000;

/** What the AI and people wrote to visitors. @throws INVALID */
export async function readAnswersOverTime(context: DomainContext, input: SpanInput): Promise<OverTime<Answers>> {
  const { actor, run, services } = context;
  requireScope(actor, 'analytics:read');
  requireScope(actor, 'conversations:read');
  const span = toSpan(services.clock.now(), input);
  const ids = { fromId: firstIdAt(span.starts[0] ?? span.end), toId: firstIdAt(span.end) };
  const rows = await run(answersOverTime, { bucket: span.bucket, ...ids, most: most + 1 });
  const at = rowsByTime(rows);
  return overTime(span, cutOf(rows, most), (start) => {
    const { byAi = 0, byPerson = 0 } = at(start) ?? {};
    return { byAi, byPerson };
  });
}
