import { expect, test } from 'vitest';
import { createDeliveryClock } from '../../src/webhooks/delivery-clock.ts';

const told = new Date('2026-05-04T12:00:00Z');

test('an injected clock is asked as it stands, whatever a statement said', async () => {
  let now = new Date('2026-05-04T13:00:00Z');
  const clock = createDeliveryClock({ now: () => now });
  expect(
    await clock.readFrom(
      async (shared) => shared,
      () => told,
    ),
  ).toEqual(now);
  now = new Date('2026-06-01T00:00:00Z');
  expect(clock.now()).toEqual(now);
});

test('a machine’s clock counts until the database has said its time, which then counts', async () => {
  const wrong = new Date('1999-12-31T23:59:59Z');
  const clock = createDeliveryClock({ now: () => wrong, ofMachine: true });
  expect(clock.now()).toEqual(wrong);
  await clock.readFrom(
    async () => null,
    () => told,
  );
  expect(Math.abs(clock.now().getTime() - told.getTime())).toBeLessThan(60_000);
});
