import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import type { LogEvent } from '../../src/events/snapshot.ts';
import { type Answer, createAudiences } from '../../src/server/live/audiences.ts';
import { createRenderCache, type Rendered } from '../../src/server/live/render-cache.ts';
import { eventOf } from '../webhooks/events.ts';

const event = (id: string): LogEvent => ({ ...eventOf('lead.created'), id });
const rendered = (text: string, errors?: readonly GraphQLError[]): Rendered => ({
  ...(errors && { errors }),
  messageEnd: Buffer.from(text),
  stringify: () => text,
});
const made = (answer: Answer) => new Promise<void>((resolve) => answer.whenMade(resolve));

test('all members get the one answer to an event, and all who wait for it are called once it is made', async () => {
  const { audience } = createAudiences(createRenderCache()).join('a');
  let renders = 0;
  const render = () => Promise.resolve(rendered(`made ${(renders += 1)}`));
  const answers = ['evt_2', 'evt_2', 'evt_2'].map((id) => audience.answer(event(id), render));
  expect(new Set(answers).size).toBe(1);
  await Promise.all(answers.map(made));
  expect(audience.answer(event('evt_2'), render).rendered?.stringify()).toBe('made 1');
});

test('who is behind gets their own event and does not take the place of the newest answer', async () => {
  const { audience } = createAudiences(createRenderCache()).join('a');
  const newest = audience.answer(event('evt_2'), () => Promise.resolve(rendered('2')));
  const behind = audience.answer(event('evt_1'), () => Promise.resolve(rendered('1')));
  await Promise.all([made(newest), made(behind)]);
  expect(behind.rendered?.stringify()).toBe('1');
  expect(audience.answer(event('evt_2'), () => Promise.resolve(rendered('other')))).toBe(newest);
});

test('an answer with errors, or one that failed, is made again for who comes later', async () => {
  const { audience } = createAudiences(createRenderCache()).join('a');
  const failed = audience.answer(event('evt_1'), () => Promise.reject(new Error('away')));
  await made(failed);
  expect(failed).toMatchObject({ rendered: undefined, failure: new Error('away') });
  const refused = audience.answer(event('evt_1'), () => Promise.resolve(rendered('', [new GraphQLError('away')])));
  await made(refused);
  const answer = audience.answer(event('evt_1'), () => Promise.resolve(rendered('there')));
  await made(answer);
  expect(answer.rendered?.stringify()).toBe('there');
});

test('an audience is forgotten with its last member', () => {
  const audiences = createAudiences(createRenderCache());
  const [first, second] = [audiences.join('a'), audiences.join('a')];
  expect(second.audience).toBe(first.audience);
  first.leave();
  const third = audiences.join('a');
  expect(third.audience).toBe(second.audience);
  second.leave();
  third.leave();
  expect(audiences.join('a').audience).not.toBe(second.audience);
});
