import { describe, expect, it } from 'vitest';
import { endOfPhone, isEndOfPhone, isSamePhone, mayBePhone } from '../../src/domain/phone.ts';

const london = '+44 (0)20 7946 0958';

describe('two numbers are one', () => {
  it.each([
    [london, '+442079460958'],
    [london, '020 7946 0958'],
    [london, '0044 20 7946 0958'],
    [london, '+44 20 7946 0958 ext. 12'],
    ['+1 (650) 253-0000', '650.253.0000'],
    ['1-650-253-0000', '+16502530000'],
    ['+39 02 5555 0123', '02 5555 0123'],
    ['07700 900 123', '07700900123 x4'],
    ['+44 20 7946 0958;ext=12', '020 7946 0958 #12'],
  ])('%s and %s', (one, other) => {
    expect([isSamePhone(one, other), isSamePhone(other, one)]).toEqual([true, true]);
    expect(endOfPhone(one)).toBe(endOfPhone(other));
  });
});

describe('two numbers are not one', () => {
  it.each([
    [london, '+49 20 7946 0958'],
    [london, '+44 20 7946 0959'],
    [`${london} ext 1`, `${london} ext 2`],
    ['+1 650 253 0000', '+51 650 253 0000'],
    ['+1 650 253 0000', '(51) 650 253 0000'],
  ])('%s and %s', (one, other) => {
    expect([isSamePhone(one, other), isSamePhone(other, one)]).toEqual([false, false]);
  });
});

it.each([
  ['7946 0958', london, true],
  ['020 7946 0958', '20 7946 0958', true],
  ['46 0958', london, false],
  ['7946 0959', london, false],
  ['7946 0958 ext 1', `${london} ext 2`, false],
  // The digits of the one are the end of the other's: two countries all the same.
  ['+1 650 253 0000', '+51 650 253 0000', false],
])('%s may be the end of %s: %s', (one, other, expected) => {
  expect([isEndOfPhone(one, other), isEndOfPhone(other, one)]).toEqual([expected, expected]);
});

it.each([
  [london, true],
  ['+1 555 123 4567', true],
  ['0151 23456789', true],
  ['+999 555 1234', false],
  ['+1 23456789012345', false],
  ['+44 20 7946', false],
])('%s may be a number: %s', (written, expected) => expect(mayBePhone(written)).toBe(expected));

it('what is too short has no end', () => {
  expect([endOfPhone('123456'), endOfPhone('123 ext 456789'), endOfPhone('1234567')]).toEqual([null, null, '1234567']);
});
