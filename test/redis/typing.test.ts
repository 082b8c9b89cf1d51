import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTypingChannel } from '../../src/events/typing.ts';
import { readTyping, writeTyping } from '../../src/redis/typing-message.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { openNodes, untilHeard } from './open-nodes.ts';

let redis: TestRedis;
beforeAll(async () => void (redis = await startRedis()));
afterAll(() => redis.stop());

const hint = { orgId: 'o1', conversationId: 'c1', by: 'VISITOR', isTyping: true } as const;

test('who writes on one node is told on another', async () => {
  using installation = await openNodes([redis.url, redis.url]);
  const [first, second] = installation.nodes;
  await untilHeard(first!, second!);
  const [here, there] = [createTypingChannel(() => 0, first!.typing), createTypingChannel(() => 0, second!.typing)];
  const follower = there.follow('o1', 'c1');
  here.tell(hint);
  expect((await follower.next()).value).toEqual(hint);
  here.tell({ ...hint, isTyping: false });
  expect((await follower.next()).value).toEqual({ ...hint, isTyping: false });
  await follower.return();
});

test('a message is read as it was written, and what is none is nothing', () => {
  expect(readTyping(writeTyping(hint))).toEqual(hint);
  const lies = [
    '',
    'typing',
    'typing o c VISITOR',
    'typing o c SYSTEM 1',
    'typing o c VISITOR 2',
    `typing ${'o'.repeat(65)} c AI 1`,
  ];
  expect(lies.map(readTyping)).toEqual(lies.map(() => null));
});
