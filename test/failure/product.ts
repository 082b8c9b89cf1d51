import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** A port that nobody listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

export type Ended = { readonly code: number | null; readonly signal: string | null; readonly stderr: string };

export type Product = {
  readonly pid: number;
  readonly url: string;
  readonly wsUrl: string;
  /** The operators' key, as the first start of an empty database prints it. */
  readonly operatorKey: string | undefined;
  /** The public key of its widget, likewise. */
  readonly widgetKey: string | undefined;
  /** Sends a signal and waits for the end. */
  stop(signal: NodeJS.Signals): Promise<Ended>;
};

type Environment = Readonly<Record<string, string>>;

const alive = new Set<ChildProcess>();

/** For `afterAll`: no process outlives its test, not even one that failed while it started. */
export function killLeftovers(): void {
  for (const child of alive) child.kill('SIGKILL');
}

function spawnProduct(env: Environment, flags: readonly string[] = []) {
  const child = spawn(process.execPath, [...flags, main], { env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  alive.add(child);
  const stderr = text(child.stderr);
  const ended = once(child, 'close').then(async ([code, signal]): Promise<Ended> => {
    alive.delete(child);
    return { code: code as number | null, signal: signal as string | null, stderr: await stderr };
  });
  return { child, ended };
}

/** Starts the product as its operator does, with Node's own flags if any, and waits until it says that it runs. */
export async function startProduct(env: Environment, flags?: readonly string[]): Promise<Product> {
  const { child, ended } = spawnProduct(
    {
      PORT: '0',
      LOG_LEVEL: 'warn',
      RATE_LIMIT_PER_MINUTE: '10000000',
      WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8',
      ...env,
    },
    flags,
  );
  let greeting = '';
  const running = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      greeting += chunk.toString();
      if (greeting.includes('Websocket')) resolve();
    });
  });
  const early = await Promise.race([running, ended]);
  if (early) throw new Error(`The product ended with code ${early.code}: ${early.stderr}`);
  const port = Number(/GraphiQL .+:(\d+)\//.exec(greeting)?.[1]);
  return {
    pid: child.pid ?? 0,
    url: `http://127.0.0.1:${port}`,
    wsUrl: `ws://127.0.0.1:${port}/graphql`,
    operatorKey: /tby_\w{43}/.exec(greeting)?.[0],
    widgetKey: /cw_live_\w{43}/.exec(greeting)?.[0],
    stop(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Starts the product where it must refuse to start, and answers how it ended. */
export const refusedStart = (env: Environment): Promise<Ended> => spawnProduct({ PORT: '0', ...env }).ended;
