import { expect, it } from 'vitest';
import { writeEventType } from '../../console/src/parts/event-type.ts';
import { eventTypeName } from '../../schema/builder/enums.ts';
import { eventTypes } from '../../src/events/catalogue.ts';

it('writes every event type as webhooks do, and one that it does not know as it came', () => {
  expect(eventTypes.map((type) => writeEventType(eventTypeName(type)))).toEqual(eventTypes);
  expect(writeEventType('LEAD_FROM_THE_FUTURE')).toBe('LEAD_FROM_THE_FUTURE');
});
