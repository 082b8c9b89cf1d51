import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const product = fileURLToPath(new URL('./kill-product.ts', import.meta.url));

/** Where the product keeps what it must not lose, and the mail server it sends by; without one mail stays in the queue. */
export type Place = { readonly dataDir: string; readonly databaseUrl?: string; readonly smtpPort?: number };

export type Killable = { readonly child: ChildProcess; readonly url: string };

/** The product in a process of its own, which is to be killed. */
export async function startKillable(place: Place): Promise<Killable> {
  const child = fork(product, [JSON.stringify(place)]);
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('The product ended as it started.')));
  const [message] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return { child, url: z.object({ url: z.string() }).parse(message).url };
}

/** `kill -9`, where it still runs. */
export async function kill({ child }: Killable): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Makes a workspace there, and answers the key of its operator. */
export async function makeWorkspace({ child }: Killable): Promise<string> {
  child.send('workspace');
  const [message] = await once(child, 'message');
  return z.object({ key: z.string() }).parse(message).key;
}
