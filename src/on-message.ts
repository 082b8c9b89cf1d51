import type { Worker } from 'node:worker_threads';
import type { z } from 'zod';

/**
 * Calls with each message of this shape that a thread sends. Under `node --watch` Node sends others through the same port, which
 * name what the thread imports.
 */
export function onMessage<Message>(worker: Worker, shape: z.ZodType<Message>, take: (message: Message) => void): void {
  worker.on('message', (sent: unknown) => {
    const { success, data } = shape.safeParse(sent);
    if (success) take(data);
  });
}
