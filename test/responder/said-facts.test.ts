import { expect, it } from 'vitest';
import type { FlatFacts } from '../../src/domain/conversations/responder/captured.ts';
import { saidFacts } from '../../src/domain/conversations/responder/said-facts.ts';

const signed = 'hi, this is priya nair\nof Nair & Sons.  priya@nair.example, +44 20 7946 0958 ext. 12';

/** What the visitor wrote, what somebody found in it, and whether that stays. */
const rows: readonly (readonly [string, FlatFacts, boolean])[] = [
  [signed, { name: 'Priya Nair' }, true],
  [signed, { name: 'Priya' }, true],
  [signed, { name: 'Priya Shah' }, false],
  [signed, { name: 'Pri' }, false],
  [signed, { company: 'Nair & Sons' }, true],
  [signed, { company: 'Nair & Sons Ltd' }, false],
  [signed, { email: 'Priya@nair.example' }, true],
  [signed, { email: 'iya@nair.example' }, false],
  [signed, { email: 'priya@nair.example.com' }, false],
  [signed, { email: 'no address' }, false],
  [signed, { phone: '+44 20 7946 0958' }, true],
  [signed, { phone: '+44 20 7946 0958 ext. 12' }, true],
  [signed, { phone: '20 7946 0958' }, false],
  [signed, { phone: '+44 20 7946 0959' }, false],
  ["I'm o'brien@pub.example", { email: 'brien@pub.example' }, false],
  ["I'm o'brien@pub.example", { email: "o'brien@pub.example" }, true],
  ['ada at example dot com', { email: 'ada@example.com' }, true],
  ['my card is 4111 1111 1111 1111', { phone: '1111 1111 1111' }, false],
  ['> Hi, I am Ada, ada@example.com\nthanks, bob@example.com', { email: 'ada@example.com' }, false],
  ['> Hi, I am Ada, ada@example.com\nthanks, bob@example.com', { name: 'Ada' }, false],
  ['We’ve about $5k a month', { budget: "We've about $5k a month" }, true],
  ['We have about $5k a month', { budget: '$50k a month' }, false],
  ['We have about $5k a month', { budget: '$' }, false],
  ['my boss   decides', { authority: 'my boss decides' }, true],
  ['我叫王伟', { name: '王伟' }, true],
  ['I am <b>Ada</b> Lovelace', { name: '<b>Ada</b> Lovelace' }, false],
  ['I am x9', { name: 'x9' }, false],
  ['need '.repeat(200), { need: 'need '.repeat(200).trim() }, false],
  ['', { name: '' }, false],
];

it.each(rows)('of %j, %j stays: %s', (text, found, stays) => {
  const [value] = Object.values(found);
  expect(Object.values(saidFacts(found, [text]))).toEqual(stays ? [value] : []);
});

it('words of several messages are not one value', () => {
  expect(saidFacts({ name: 'Ada Lovelace' }, ['Ada', 'Lovelace'])).toEqual({});
});
