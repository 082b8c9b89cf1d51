import { setTimeout as pauseFor } from 'node:timers/promises';
import { originCursor } from '../../../src/events/cursor.ts';
import { overServerSentEvents, overWebSocket } from '../../live/product-client.ts';
import { anyNode, isOver, pick, type Right, valuesIn, type World } from './world.ts';

type LeadEvent = { readonly id: string; readonly lead: object | null };

const query = 'subscription ($after: ID) { leadEvents(after: $after) { id lead { id company } } }';

/** For the last events to come once nobody writes any more. */
const settleMs = 30_000;

/**
 * Follows the leads from the first event on, comes back to any node behind what came last when it is cut off, and holds each
 * event against its place: values of a lead only rise, and none that was acknowledged is missing in the end.
 */
export async function followLeads(world: World, { name, keys, sees }: Right): Promise<void> {
  const { report, told, leads } = world;
  const visible = leads.filter((lead) => sees?.(lead)).map(({ id }) => id);
  const came = new Map<string, number[]>(visible.map((id) => [id, []]));
  let last = originCursor;

  function take({ id: eventId, lead }: LeadEvent): void {
    report.events += 1;
    last = eventId;
    for (const [id, value] of valuesIn(lead)) {
      const before = came.get(id);
      if (!before) report.foreign.push(`${name} was told of ${id}`);
      else if (value <= (before.at(-1) ?? -1))
        report.disordered.push(`${name}: ${id} is ${value} after ${before.at(-1)}`);
      before?.push(value);
      if (value > (told.get(id) ?? 0)) told.set(id, value);
    }
  }

  const missing = () =>
    visible.flatMap((id) => {
      const known = new Set(came.get(id));
      return (world.acknowledged.get(id) ?? []).filter((value) => !known.has(value)).map((value) => `${id}: ${value}`);
    });
  const isSettled = () => isOver(world) && (missing().length === 0 || performance.now() > world.until + settleMs);

  while (!isSettled()) {
    const leaving = new AbortController();
    // Looked at beside the stream, which waits where nothing comes.
    const watching = setInterval(() => isSettled() && leaving.abort(), 50);
    const transport = pick([overWebSocket, overServerSentEvents]);
    const operation = { query, variables: { after: last } };
    try {
      const answers = transport<LeadEvent>(anyNode(world), pick(keys), operation, leaving.signal);
      for await (const { data, errors } of answers) {
        if (data?.['leadEvents']) take(data['leadEvents']);
        else report.wrong.push(`${name}: ${JSON.stringify(errors)}`);
      }
    } catch {
      // Its node was killed, or it has all that it waited for.
    } finally {
      clearInterval(watching);
    }
    if (!leaving.signal.aborted) report.cutOff += 1;
    await pauseFor(20);
  }
  report.lost.push(...missing().map((one) => `${name} did not hear of ${one}`));
}
