import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mapValues } from '../../../src/map-values.ts';
import { openScene } from './open-scene.ts';
import { type Sight, sights } from './sights.ts';
import { openStand, type Stand, usual } from './stand.ts';
import { type Provider, type Trouble, troubles } from './troubles.ts';

/*
 * Each provider in each trouble, all of them at once: what visitors, agents and operators see then, that nobody is answered by a failure of
 * the server's own, and that nothing is lost once it is over. `sights.ts` is the table.
 */

let stand: Stand;
let secured: Stand;
beforeAll(async () => {
  [stand, secured] = [await openStand(), await openStand({ isSecure: true })];
});
afterAll(async () => {
  await stand.close();
  await secured.close();
});

const entriesOf = <Key extends string, Value>(record: Readonly<Record<Key, Value>>) =>
  Object.entries(record) as [Key, Value][];

/** Asks for all of these at once. */
const allOf = async (see: Readonly<Record<string, () => Promise<object>>>): Promise<Record<string, object>> =>
  Object.fromEntries(await Promise.all(entriesOf(see).map(async ([name, look]) => [name, await look()] as const)));

/** What needs no account of the workspace's own, so that operators see how it fares as well. */
const granted = ['MODEL', 'TRANSLATION', 'MAIL', 'ENRICHMENT'] as const satisfies Provider[];

const isOver = (trouble: Trouble) => trouble !== 'a certificate nobody signed';

const table: Readonly<Record<Trouble, Readonly<Record<Provider, Sight>>>> = sights;

describe.each(entriesOf(table))('where every provider is in this trouble: %s,', (trouble, expected) => {
  it('each is seen and told of as the table says, and nothing is lost', { timeout: 120_000 }, async () => {
    const at = isOver(trouble) ? stand : secured;
    at.become(isOver(trouble) ? usual : troubles[trouble]);
    const scene = await openScene(at);
    at.become(troubles[trouble]);

    expect(await allOf(scene.see)).toEqual(mapValues(expected, ({ seen }) => seen));
    const { calls, integrations } = await scene.told();
    for (const [name, { told }] of entriesOf(expected)) {
      const latest = calls.find(({ capability }) => capability === name);
      expect(latest ? { error: latest.error, tries: latest.tries } : null, name).toEqual(told);
    }
    for (const name of granted) {
      const error = expected[name].told?.error ?? null;
      expect(integrations.find(({ capability }) => capability === name)).toEqual({
        capability: name,
        state: error === null ? 'CONNECTED' : 'FAILING',
        lastError: error,
      });
    }
    const ready = await fetch(`${at.app.url}/readyz`);
    expect([...scene.statuses, ready.status].filter((status) => status >= 400)).toEqual([]);

    const first = (await scene.said()).slice(1);
    expect(first.at(-1)).toBe(expected.TRANSLATION.seen['content']);
    if (!isOver(trouble)) return;

    at.become(usual);
    // As long as any of them asked to be left alone.
    at.clock.advance(3_600_000);
    const { MAIL: _, ...others } = scene.see;
    const { MAIL: __, MAILBOX: ___, ...healed } = mapValues(sights.none, ({ seen }) => seen);
    expect(await allOf(others)).toMatchObject(healed);
    expect((await scene.said()).slice(1)).toEqual([...first, '[es] Good morning']);
    expect(scene.reported).toEqual(['<1@example.com>']);
    // What may have gone out is not sent again; all else is, once.
    const isUncertain = expected.MAIL.seen['state'] === 'UNCERTAIN';
    await scene.untilMail(isUncertain ? 'UNCERTAIN' : 'SENT');
    expect(scene.mails()).toBe(isUncertain ? 0 : 1);
  });
});
