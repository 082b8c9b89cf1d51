import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '../../../src/db/open/database.ts';
import { createPoster } from '../../../src/webhooks/post/poster.ts';
import { createHostResolver, type Resolver } from '../../../src/webhooks/post/resolve-host.ts';
import { createAddressPolicy } from '../../../src/webhooks/post/safe-address.ts';
import { openTestDatabase } from '../../support/database.ts';
import { openPipeline } from '../pipeline.ts';
import { openReceiver } from '../receiver.ts';
import { patiently } from '../../support/patiently.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Look-ups that are answered when the test says so, as few at once as the system makes. */
function createNameServer() {
  const asked: string[] = [];
  const silent = new Map<string, PromiseWithResolvers<void>>();
  const waiting: (() => void)[] = [];
  let free = 2;
  const lookUp: Resolver = async (hostname) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    asked.push(hostname);
    await silent.get(hostname)?.promise;
    const next = waiting.shift();
    if (next) next();
    else free += 1;
    return ['127.0.0.1'];
  };
  return {
    asked,
    lookUp,
    silence: (hostname: string) => void silent.set(hostname, Promise.withResolvers()),
    answer(hostname: string): void {
      silent.get(hostname)?.resolve();
      silent.delete(hostname);
    },
  };
}

test('all who ask for a name at once share one look-up, and the next asks anew', async () => {
  const server = createNameServer();
  const resolve = createHostResolver({ lookUp: server.lookUp });
  const found = await Promise.all([resolve('a.test'), resolve('a.test'), resolve('b.test')]);
  expect(found).toEqual([['127.0.0.1'], ['127.0.0.1'], ['127.0.0.1']]);
  await resolve('a.test');
  expect(server.asked).toEqual(['a.test', 'b.test', 'a.test']);
});

test('a failure is everybody’s too, and is not kept', async () => {
  let known = false;
  const lookUp: Resolver = async () => (known ? ['127.0.0.1'] : Promise.reject(new Error('not known')));
  const resolve = createHostResolver({ lookUp });
  const both = await Promise.allSettled([resolve('a.test'), resolve('a.test')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  known = true;
  expect(await resolve('a.test')).toEqual(['127.0.0.1']);
});

test('names that were slow are looked up one at a time, until they are quick again', async () => {
  const server = createNameServer();
  const resolve = createHostResolver({ lookUp: server.lookUp });
  const slow = ['slow1.test', 'slow2.test'];
  const askBoth = async (): Promise<() => Promise<unknown>> => {
    for (const name of slow) server.silence(name);
    server.asked.length = 0;
    const asking = slow.map((name) => resolve(name));
    await nextTurn();
    return () => {
      for (const name of slow) server.answer(name);
      return Promise.all(asking);
    };
  };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  try {
    const answerLate = await askBoth();
    expect(server.asked).toEqual(slow);
    vi.advanceTimersByTime(1000);
    await answerLate();

    const answerAtOnce = await askBoth();
    expect(await resolve('quick.test')).toEqual(['127.0.0.1']);
    expect(server.asked).toEqual(['slow1.test', 'quick.test']);
    await answerAtOnce();

    const answer = await askBoth();
    expect(server.asked).toEqual(slow);
    await answer();
  } finally {
    vi.useRealTimers();
  }
});

test('an endpoint whose name server is silent delays none whose name is known', async () => {
  await using pipeline = await openPipeline(database);
  await using receiver = await openReceiver();
  const server = createNameServer();
  server.silence('dead.test');
  const resolve = createHostResolver({ lookUp: server.lookUp });
  const addresses = createAddressPolicy({ allowedRanges: ['127.0.0.0/8'], resolve });
  const poster = createPoster({ addresses });
  const dead = await pipeline.addEndpoint(`http://dead.test:${receiver.port}/`);
  const others = await Promise.all(
    Array.from({ length: 49 }, (_, n) => pipeline.addEndpoint(`http://live${n}.test:${receiver.port}/`)),
  );
  for (let index = 0; index < 5; index += 1) await pipeline.addEvent([dead, ...others]);
  const worker = pipeline.createWorker({ poster });
  worker.start();
  await vi.waitFor(() => expect(receiver.received).toHaveLength(49 * 5), patiently);
  server.answer('dead.test');
  await worker.stop();
  await poster.close();
});
