import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { type Attempt, kindOf } from './attempt.ts';
import { attemptsToFollow } from './attempts-to-follow.ts';
import { attemptsToRead } from './attempts-to-read.ts';
import { attemptsToWrite, staffReaches } from './attempts-to-write.ts';
import { referencesOf } from './references.ts';
import { everyRowOf, idsIn, rowIdsOf, rowIdsOutside } from './rows.ts';
import { type Caller, openWorld, type Part, type World } from './world.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const attempts = Object.entries({ ...attemptsToRead, ...attemptsToWrite }).flatMap(([place, list]) =>
  list.map((attempt: Attempt) => ({ place, attempt })),
);
const lockedAttempts = attempts.flatMap(({ attempt, ...rest }) =>
  attempt.locked === null ? [] : [{ ...rest, attempt, answers: attempt.locked }],
);

test('every place of the graph where a row can be named is tried', () => {
  const tried = [
    ...Object.keys({ ...attemptsToRead, ...attemptsToWrite, ...attemptsToFollow }),
    ...staffReaches,
  ].toSorted();
  expect(tried).toEqual(referencesOf(schema));
});

/** How an attempt is answered. It may repeat what was asked for, and tells nothing else of what lies outside the caller's reach. */
async function answerTo(
  { document, variables }: Attempt,
  { graph }: Pick<Caller, 'graph'>,
  parts: [Part, Part],
  hidden: readonly string[],
) {
  const asked = variables(...parts);
  const result = await graph.send<Record<string, unknown>>(document, asked);
  const known = JSON.stringify(asked);
  const unasked = hidden.filter((id) => !known.includes(id));
  expect(idsIn(JSON.stringify([result.data, result.errors]), unasked)).toEqual([]);
  return kindOf(result);
}

// In this order, shuffled or not: what is asked in vain comes before what takes rows away, and each list goes from making to removing.
describe('naming a row of the graph', { shuffle: false }, () => {
  describe('another tenant', () => {
    let before: Awaited<ReturnType<typeof everyRowOf>>;
    let hidden: string[];
    beforeAll(async () => {
      before = await everyRowOf(world.app.database, world.a.orgId);
      hidden = await rowIdsOf(world.app.database, world.a.orgId);
    });

    test.each(attempts)('reaches nothing by $place', async ({ attempt }) => {
      const { a, b } = world;
      const own = b.parts.one;
      expect(await answerTo(attempt, b, [a.parts.one, own], hidden)).toBe(attempt.answers);
      expect(await answerTo(attempt, b.locked, [a.parts.one, own], hidden)).toBe(attempt.locked ?? attempt.answers);
    });

    test('has changed nothing', async () => {
      expect(await everyRowOf(world.app.database, world.a.orgId)).toEqual(before);
    });
  });

  describe('a key locked to a business', () => {
    let before: Awaited<ReturnType<typeof everyRowOf>>;
    let hidden: string[];
    beforeAll(async () => {
      const { app, a } = world;
      before = await everyRowOf(app.database, a.orgId);
      hidden = await rowIdsOutside(app.database, a.orgId, a.parts.one.businessId.slice('biz_'.length));
    });

    test.each(lockedAttempts)('reaches nothing outside of it by $place', async ({ attempt, answers }) => {
      const { locked, parts } = world.a;
      expect(await answerTo(attempt, locked, [parts.two, parts.one], hidden)).toBe(answers);
      expect(await answerTo(attempt, locked, [parts.none, parts.one], hidden)).toBe(answers);
    });

    test('has changed nothing', async () => {
      expect(await everyRowOf(world.app.database, world.a.orgId)).toEqual(before);
    });
  });

  /** Asked by who may, the same is not refused: so it was the row that was not there, not the operation that was wrong. */
  describe('who may', () => {
    const done = ['FOUND', 'CONFLICT'];

    test.each(lockedAttempts)('can do $place to its own, locked or not', async ({ attempt }) => {
      const { locked, graph, parts } = world.b;
      expect(done).toContain(await answerTo(attempt, { graph }, [parts.two, parts.two], []));
      const own = await answerTo(attempt, locked, [parts.one, parts.one], []);
      expect(attempt.lockedMay ? done : ['FORBIDDEN']).toContain(own);
    });

    test.each(attempts.filter(({ attempt }) => attempt.locked === null))(
      'can do $place with what is the whole workspace’s',
      async ({ attempt }) => {
        const { graph, parts } = world.a;
        expect(done).toContain(await answerTo(attempt, { graph }, [parts.none, parts.none], []));
      },
    );
  });
});
