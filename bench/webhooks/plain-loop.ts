import { Agent, request } from 'undici';
import { mintSigningSecret } from '../../src/access/credentials.ts';
import { eventOf } from '../../test/webhooks/events.ts';
import { formats, startRun, type Run, type ThroughputPlan } from './run.ts';

/**
 * As one would write it by hand: keep-alive connections, as many posts at once, the answer read. It does what any sender of
 * webhooks must and no more: an event is serialised once for all who get it, each post is signed for itself, and its time is
 * limited. Nothing is read from anywhere, and nothing is remembered.
 */
export async function runPlainLoop(urls: readonly string[], { deliveries, concurrency }: ThroughputPlan): Promise<Run> {
  const agent = new Agent({ connections: concurrency, headersTimeout: 10_000, bodyTimeout: 10_000 });
  const secrets: [string] = [mintSigningSecret()];
  const nextPost = posts(urls);
  let next = 0;
  const end = startRun(deliveries);
  const loop = async () => {
    while (next < deliveries) {
      next += 1;
      const { url, ...post } = nextPost();
      const { body } = post;
      const signed = formats.STANDARD.headers({ ...post, at: new Date(), attempt: 1, secrets });
      const headers = { 'Content-Type': 'application/json', ...signed };
      const answer = await request(url, { method: 'POST', headers, body, dispatcher: agent });
      await answer.body.text();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, loop));
  const run = end();
  await agent.close();
  return run;
}

/** One event after the other, and each of them to every address. */
function posts(urls: readonly string[]) {
  const sample = eventOf('lead.created');
  let left: string[] = [];
  let position = 0;
  let eventId = '';
  let body = Buffer.alloc(0);
  return () => {
    if (left.length === 0) {
      left = [...urls];
      eventId = toEventId((position += 1));
      body = Buffer.from(formats.STANDARD.body({ ...sample, id: eventId }, { consumerWorkspace: 'krew' }) ?? '');
    }
    return { url: left.pop() ?? '', type: sample.type, eventId, body };
  };
}

const toEventId = (position: number): string => `evt_${position.toString(16).padStart(16, '0')}`;
