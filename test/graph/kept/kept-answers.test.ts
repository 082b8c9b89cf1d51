import { describe, expect, it } from 'vitest';
import { type Actor, signupActor } from '../../../src/access/actor.ts';
import { createKeptAnswer } from '../../../src/http/kept-answer.ts';
import { createKeptAnswers, type Place } from '../../../src/server/kept/kept-answers.ts';

const actorAt = (number: number, more: Partial<Actor> = {}): Actor => ({
  ...signupActor('GRAPHQL', 'r1'),
  orgId: 'a',
  revision: { number, at: 0 },
  ...more,
});

const answer = (text: string) => createKeptAnswer({ body: Buffer.from(text), media: '' });

const limits = { bytes: 100_000, perOrganisationBytes: 50_000, answerBytes: 20_000 };

function lead(place: Place) {
  if (place.found !== 'nobody') throw new Error(`Somebody was there: ${place.found}.`);
  return place;
}

function open(given = limits) {
  const answers = createKeptAnswers(given);
  const asks = (actor: Actor, text = 'q') => answers.enter(actor, answers.question(actor, [text]));
  const finds = (actor: Actor, text = 'q') =>
    answers.find(actor, answers.question(actor, [text]))?.body.toString() ?? null;
  const keeps = (actor: Actor, told: string, text = 'q') => lead(asks(actor, text)).settle(answer(told));
  return { asks, finds, keeps };
}

describe('an answer', () => {
  it('is told again at the same revision, and at no other', () => {
    const { finds, keeps } = open();
    keeps(actorAt(1), 'one');
    expect(finds(actorAt(1))).toBe('one');
    expect(finds(actorAt(2))).toBeNull();
  });

  it('is gone at once where a newer revision is known, also for who still asks at the old one', () => {
    const { asks, finds, keeps } = open();
    keeps(actorAt(1), 'one');
    expect(finds(actorAt(2))).toBeNull();
    expect(finds(actorAt(1))).toBeNull();
    expect(asks(actorAt(1)).found).toBe('nothing');
  });

  it('made at a revision that is past meanwhile is told to who waits and is not kept', async () => {
    const { asks, finds } = open();
    const first = lead(asks(actorAt(1)));
    const second = asks(actorAt(1));
    finds(actorAt(2));
    first.settle(answer('one'));
    expect(second.found === 'another' && (await second.answer)?.body.toString()).toBe('one');
    expect(finds(actorAt(1))).toBeNull();
    expect(finds(actorAt(2))).toBeNull();
  });

  it('of the same count after a failover, where other changes were counted, is another', () => {
    const { finds, keeps } = open();
    keeps(actorAt(7, { revision: { number: 7, at: 1000 } }), 'before');
    expect(finds(actorAt(7, { revision: { number: 7, at: 2000 } }))).toBeNull();
  });

  it.each([
    ['of another organisation', { orgId: 'b' }],
    ['with a business lock', { businessId: 'one' }],
    ['of another member', { memberId: 'm' }],
    ['with another scope', { scopes: new Set(['leads:read'] as const) }],
    ['of another dialect', { dialect: 'QUINCER' as const }],
    ['on another plan', { tier: 'PRO' as const }],
    ['of a visitor', { conversationId: 'c' }],
    ['of a widget', { widgetId: 'w' }],
  ])('is not told to a key %s', (_, more) => {
    const { finds, keeps } = open();
    keeps(actorAt(1), 'mine');
    expect(finds(actorAt(1, more))).toBeNull();
  });

  it('is told to another key of the same rights', () => {
    const { finds, keeps } = open();
    keeps(actorAt(1), 'ours');
    expect(finds(actorAt(1, { apiKeyId: 'another', requestId: 'r2' }))).toBe('ours');
  });

  it('is never kept for who showed no credential', () => {
    expect(open().asks(signupActor('GRAPHQL', 'r1')).found).toBe('nothing');
  });
});

describe('those who ask the same at once', () => {
  it('share one answer', async () => {
    const { asks } = open();
    const first = lead(asks(actorAt(1)));
    const others = [asks(actorAt(1)), asks(actorAt(1))];
    first.settle(answer('one'));
    for (const other of others) expect(other.found === 'another' && (await other.answer)?.body.toString()).toBe('one');
  });

  it('are told nothing where the first one’s answer is its own alone, and the next to ask is the first again', async () => {
    const { asks, finds } = open();
    const first = lead(asks(actorAt(1)));
    const other = asks(actorAt(1));
    first.settle(null);
    expect(other.found === 'another' && (await other.answer)).toBeNull();
    expect(finds(actorAt(1))).toBeNull();
    expect(asks(actorAt(1)).found).toBe('nobody');
  });

  it('hear of one end only', () => {
    const { asks, finds } = open();
    const first = lead(asks(actorAt(1)));
    first.settle(answer('one'));
    first.settle(null);
    expect(finds(actorAt(1))).toBe('one');
  });
});

describe('memory', () => {
  const long = 'x'.repeat(10_000);

  it('holds no more than the bytes of what is kept', () => {
    expect(answer('a').body.buffer.byteLength).toBe(1);
  });

  it('holds what was asked for last of an organisation', () => {
    const { finds, keeps } = open();
    for (const text of ['a', 'b', 'c', 'd']) keeps(actorAt(1), long, text);
    expect(finds(actorAt(1), 'a')).toBe(long);
    keeps(actorAt(1), long, 'e');
    expect(['a', 'b', 'c', 'd', 'e'].filter((text) => finds(actorAt(1), text) !== null)).toEqual(['a', 'c', 'd', 'e']);
  });

  it('holds the organisations that asked last', () => {
    const { finds, keeps } = open();
    const orgs = Array.from({ length: 10 }, (_, index) => `org${index}`);
    for (const orgId of orgs) keeps(actorAt(1, { orgId }), long);
    expect(orgs.filter((orgId) => finds(actorAt(1, { orgId })) !== null)).toEqual(orgs.slice(-8));
  });

  it('holds no answer that is too large', () => {
    const { finds, keeps } = open();
    keeps(actorAt(1), 'x'.repeat(20_000));
    expect(finds(actorAt(1))).toBeNull();
  });
});
