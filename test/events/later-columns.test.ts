import { expect, it } from 'vitest';
import { isEventType } from '../../src/events/catalogue.ts';
import { reviveEvent } from '../../src/events/revive-event.ts';
import { fullSnapshotOf } from '../webhooks/format/full-events.ts';
import firstSnapshots from '../webhooks/samples/first-snapshots.json' with { type: 'json' };

const row = {
  orgId: '01org',
  position: 1n,
  id: 'evt_0000000000000001',
  businessId: null,
  leadId: null,
  conversationId: null,
  version: 1,
  createdAt: new Date(0),
};

/** What is flexible has no columns. */
const flexible = new Set([
  'context',
  'crmData',
  'customFields',
  'handoffMetadata',
  'confidenceFactors',
  'execution',
  'result',
]);

const isRow = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !Array.isArray(value);

/** The columns that a row of today has and an old one has not, and those of what both refer to. */
const missingIn = (old: object, today: object): string[] =>
  Object.entries(today).flatMap(([name, value]) => {
    const then: unknown = Reflect.get(old, name);
    if (then === undefined) return [name];
    if (flexible.has(name) || !isRow(then) || !isRow(value)) return [];
    return missingIn(then, value).map((column) => `${name}.${column}`);
  });

it.each(Object.entries(firstSnapshots))('an event %s from before later columns has them all', (type, snapshot) => {
  if (!isEventType(type)) throw new Error(`${type} is no event.`);
  const revived = reviveEvent({ ...row, type, snapshot }).snapshot;
  const today = Object.entries(fullSnapshotOf(type)).filter(([noun]) => noun in snapshot);
  expect(missingIn(revived, Object.fromEntries(today))).toEqual([]);
});
