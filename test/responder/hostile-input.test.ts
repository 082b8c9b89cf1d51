import { describe, expect, test } from 'vitest';
import { read } from './read.ts';

const size = 65_536;
const openings = [
  '',
  "I'm ",
  'my name is ',
  'our budget is ',
  'we need ',
  'call me on ',
  'I need to ask my ',
  'by the end of ',
];
const fillers = [
  ['a', 'A', '1', '@', '+', '$', '.', ',', '-', "'", ' ', '\n', '\t', '?', '(', '&', '\u0000', 'é', '👍', '\ud800'],
  ['a@', 'a@a.', 'a.', 'a-', '1 ', '1.', '1,', '1-', '+1 ', '(1', '$1', '$1 ', '1k to ', '1 k per month ', 'usd 1'],
  ["I'm ", "I'm A", 'Ada ', 'Ada. ', 'van ', 'Ada from ', 'work for A ', 'A & ', 'here ', 'A, ', 'name: '],
  ['budget ', 'budget is ', 'we can spend ', 'around ', 'we need ', 'not looking for ', 'we need a, ', 'I '],
  ["a'", "'a", 'a@b.co ', 'a@b.co? ', 'é@', 'a@é.', 'a at b dot c ', 'a dot ', '(at)', 'a (dot) ', 'my wife ', 'not '],
  [
    '> a\n',
    'Thanks,\n',
    'Ada\n',
    '--\n',
    'On a',
    'wrote:\n',
    'Mr. ',
    "it's ",
    'im a ',
    '+1 212 555 0100 ',
    'company name: ',
  ],
  ['by ', 'in the next ', 'within 1 ', 'next ', 'senior ', 'head of sales ', 'need to ask my ', 'emailed a@b.co '],
].flat();

describe('64 KiB of anything', () => {
  // Measured: 60 ms at most, on a machine doing nothing else.
  test.each(fillers)('is read in bounded time: %j', (filler) => {
    const body = filler.repeat(Math.ceil(size / filler.length)).slice(0, size);
    for (const opening of openings) {
      // The processor's time, which the machine's other work does not lengthen.
      const before = process.threadCpuUsage();
      read(`${opening}${body}!`, 'What is your name?');
      const { user, system } = process.threadCpuUsage(before);
      expect((user + system) / 1_000, opening).toBeLessThan(1_000);
    }
  });

  test('is never cut inside a character', () => {
    for (const padding of ['', 'x']) {
      const { bant } = read(`we need ${padding}a ${'👍'.repeat(200)}`);
      expect(bant.need?.length).toBeGreaterThan(100);
      expect(bant.need?.isWellFormed()).toBe(true);
    }
  });

  test('gives away nothing longer than a field can hold', () => {
    for (const filler of fillers) {
      for (const opening of openings) {
        const {
          bant,
          score: _score,
          temperature: _temperature,
          ...contact
        } = read(opening + filler.repeat(500), 'What is your name?');
        for (const value of Object.values({ ...contact, ...bant })) expect(value.length).toBeLessThanOrEqual(254);
      }
    }
  });
});
