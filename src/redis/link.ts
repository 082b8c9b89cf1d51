import { randomBytes } from 'node:crypto';
import { Redis, type RedisOptions } from 'ioredis';
import { createPolling } from '../events/polling.ts';
import { inTime } from '../in-time.ts';
import { limits } from '../limits.ts';
import type { Pulse } from '../pulses.ts';

/** A server that all nodes reach, or do not: whoever uses it goes on without an answer. */
export type Link = {
  /** Whether it is worth asking. */
  readonly isUp: boolean;
  /** What a script answers. @throws where nothing came of it, of which the message alone may be told */
  run(script: string, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown>;
  /** Tells all other nodes; lost where that cannot be done now. */
  publish(message: string): void;
  /** Something was not answered in time: nothing is asked before a look has shown that the server answers. */
  doubt(): void;
  close(): void;
};

export type LinkOptions = {
  readonly url: string;
  readonly channel: string;
  readonly pulse: Pulse;
  /** Told what other nodes published. */
  readonly onMessage: (message: string) => void;
};

const settings = {
  lazyConnect: true,
  // Nothing waits for a server that is away, and nothing is sent twice.
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  autoResubscribe: false,
  maxRetriesPerRequest: 0,
  connectTimeout: limits.redisConnectMs,
  // Of a server that takes connections and then says nothing: its greeting is a command as well.
  commandTimeout: limits.redisSilenceMs,
  disconnectTimeout: 500,
  keepAlive: 10_000,
  retryStrategy: (times) => Math.min(times * 100, 1000),
} as const satisfies RedisOptions;

const writeScript = `return redis.call('set', KEYS[1], '1', 'px', 5000)`;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The longest message of ours is half as long. */
const maxMessage = 200;

/**
 * Two connections, since one that listens can say nothing. Once in a second a message goes out on the one and has to come back on
 * the other: that a connection is open does not tell whether it carries anything.
 */
export function openLink({ url, channel, pulse, onMessage }: LinkOptions): Link {
  const node = randomBytes(6).toString('hex');
  const commands = new Redis(url, settings);
  const listener = new Redis(url, settings);
  let lastError: string | undefined;
  let inDoubt = false;
  let unsent = 0;
  let beat = 0;
  let heard: ((beat: number) => void) | undefined;

  for (const client of [commands, listener]) {
    // Their properties hold what was sent, the password among it.
    client.on('error', ({ message }: Error) => (lastError = message));
    client.connect().catch(() => undefined);
  }
  listener.on('ready', () => void listener.subscribe(channel).catch(() => undefined));
  listener.on('message', (_channel: string, text: string) => {
    if (text.length > maxMessage) return;
    const [from, kind, ...words] = text.split(' ');
    if (from === node) {
      if (kind === 'beat') heard?.(Number(words[0]));
    } else if (kind === 'told') onMessage(words.join(' '));
  });

  const send = (kind: 'beat' | 'told', message: string) => commands.publish(channel, `${node} ${kind} ${message}`);

  async function comesBack(): Promise<void> {
    beat += 1;
    const own = beat;
    const { promise, resolve } = Promise.withResolvers<void>();
    heard = (found) => (found === own ? resolve() : undefined);
    // A server that is full, or became a replica, still passes on messages.
    await commands.eval(writeScript, 1, `${channel}:look`);
    await send('beat', String(own));
    await promise;
  }

  async function look(): Promise<void> {
    const problem = await inTime(limits.redisSilenceMs, comesBack).then(() => null, messageOf);
    inDoubt = problem !== null;
    if (problem === null) return void (lastError = undefined);
    for (const client of [commands, listener]) if (client.status === 'ready') client.disconnect(true);
    throw new Error(lastError ?? problem);
  }

  const looking = createPolling({ everyMs: limits.redisLookMs, job: look, pulse });
  looking.start();

  return {
    get isUp() {
      return commands.status === 'ready' && !inDoubt;
    },
    run: (script, keys, args) => commands.eval(script, keys.length, ...keys, ...args),
    publish(message) {
      if (commands.status !== 'ready' || unsent >= limits.redisUnsentHints) return;
      unsent += 1;
      const sent = () => void (unsent -= 1);
      send('told', message).then(sent, sent);
    },
    doubt: () => void (inDoubt = true),
    close() {
      looking.stop();
      for (const client of [commands, listener]) client.disconnect();
    },
  };
}
