import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { findFreePort } from '../failure/product.ts';
import { patiently } from './patiently.ts';

export type TestRedis = { readonly host: string; readonly port: number; readonly url: string; stop(): Promise<void> };

/** Where one is expected that was started by somebody else. */
const usualPort = 6379;

/**
 * A Redis server of a test's own where the program is there, else the one on this machine, which installations share by their keys.
 * @throws where there is neither
 */
export async function startRedis(): Promise<TestRedis> {
  const port = await findFreePort();
  const quiet = ['--save', '', '--appendonly', 'no', '--bind', '127.0.0.1', '--daemonize', 'no'];
  const server = spawn('redis-server', ['--port', String(port), ...quiet], { stdio: 'ignore', cwd: '/tmp' });
  const started = await Promise.race([
    once(server, 'spawn').then(() => true),
    once(server, 'error').then(() => false),
  ]).catch(() => false);
  const found = started ? port : usualPort;
  if (!(await answers(found))) {
    throw new Error('These tests need Redis: apt-get install redis-server, or start one at 127.0.0.1:6379.');
  }
  return {
    host: '127.0.0.1',
    port: found,
    url: `redis://127.0.0.1:${found}`,
    async stop() {
      if (!started) return;
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
    },
  };
}

/** Whether a server on this machine says that it is there; one that was just started is given its time. */
async function answers(port: number): Promise<boolean> {
  const until = performance.now() + (port === usualPort ? 1000 : patiently.timeout);
  while (performance.now() < until) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      socket.write('PING\r\n');
      const [reply] = (await once(socket, 'data')) as [Buffer];
      if (reply.toString().startsWith('+PONG')) return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, patiently.interval));
    } finally {
      socket.destroy();
    }
  }
  return false;
}
