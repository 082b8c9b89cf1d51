import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const answers = z.object({
  port: z.number().optional(),
  received: z.number().optional(),
  arrivals: z.array(z.tuple([z.string(), z.number()])).optional(),
});

/** Starts bench/webhooks/receiver.ts. */
export async function startReceiver() {
  const child = fork(fileURLToPath(new URL('./receiver.ts', import.meta.url)));
  const next = async () => answers.parse((await once(child, 'message'))[0]);
  const { port = 0 } = await next();
  const ask = (question: 'count' | 'arrivals' | 'forget') => {
    const answer = next();
    child.send(question);
    return answer;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    count: async () => (await ask('count')).received ?? 0,
    /** Milliseconds since the epoch, with fractions, by event id. */
    arrivals: async () => new Map((await ask('arrivals')).arrivals),
    forget: () => ask('forget'),
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
