import { expect, test } from 'vitest';
import { whileTyping } from '../../src/domain/conversations/typing/while-typing.ts';
import { createTypingChannel, type TypingHint } from '../../src/events/typing.ts';
import { limits } from '../../src/limits.ts';

const hint = { orgId: 'o1', conversationId: 'c1', by: 'HUMAN', isTyping: true } as const;

test('a reader that takes nothing holds the latest of each who writes, and no more', () => {
  let now = 0;
  const typing = createTypingChannel(() => now);
  const follower = typing.follow('o1', 'c1');
  for (let n = 0; n < 101; n += 1) {
    typing.tell({ ...hint, isTyping: n % 2 === 0 });
    typing.tell({ ...hint, by: 'VISITOR', isTyping: true });
    now += 1000;
  }
  const taken = [follower.take(), follower.take(), follower.take()];
  expect(taken.map((one) => one && [one.by, one.isTyping])).toEqual([['HUMAN', true], ['VISITOR', true], undefined]);
});

test('nobody changes their mind more than four times a second', () => {
  const told: TypingHint[] = [];
  const others = { tell: (one: TypingHint) => void told.push(one), onTold: () => () => undefined };
  let now = 0;
  const typing = createTypingChannel(() => now, others);
  for (let n = 0; n < 50; n += 1) typing.tell({ ...hint, isTyping: n % 2 === 0 });
  expect(told).toHaveLength(4);
  now += 1000;
  typing.tell(hint);
  expect(told).toHaveLength(5);
});

test('of however many who write, a bounded number is remembered', async () => {
  const typing = createTypingChannel(() => 0);
  typing.tell(hint);
  for (let n = 0; n < limits.typingsKept; n += 1) typing.tell({ ...hint, conversationId: `other${n}` });
  expect([typing.follow('o1', 'c1').take(), typing.follow('o1', 'other1').take()?.by]).toEqual([undefined, 'HUMAN']);
});

test('a reader that left is told nothing, and waits for nothing', async () => {
  const typing = createTypingChannel(() => 0);
  const follower = typing.follow('o1', 'c1');
  const coming = follower.next();
  await follower.return();
  typing.tell(hint);
  expect([await coming, follower.take()]).toEqual([{ done: true, value: undefined }, undefined]);
});

test('work that takes its time is told of while it lasts, also where it fails; what is over at once is not', async () => {
  const told: TypingHint[] = [];
  const started = Promise.withResolvers<void>();
  const typing = {
    tell(one: TypingHint) {
      told.push(one);
      started.resolve();
    },
  };
  const place = { orgId: 'o1', conversationId: 'c1', by: 'AI' } as const;
  expect(await whileTyping(typing, place, async () => 'at once')).toBe('at once');
  expect(told).toEqual([]);
  const slow = whileTyping(typing, place, () => started.promise.then(() => Promise.reject(new Error('No answer.'))));
  await expect(slow).rejects.toThrow('No answer.');
  expect(told).toEqual([
    { ...place, isTyping: true },
    { ...place, isTyping: false },
  ]);
});
