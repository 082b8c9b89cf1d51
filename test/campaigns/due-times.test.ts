import { describe, expect, it } from 'vitest';
import { dueTimes } from '../../src/domain/campaigns/due-times.ts';
import { campaignPolicy, hourMs } from '../../src/domain/campaigns/policy.ts';

const start = new Date('2026-05-04T13:22:01.000Z');
const hoursAfter = (delays: readonly number[]) =>
  dueTimes(start, delays).map((due) => (due.getTime() - start.getTime()) / hourMs);

describe('mails are due', () => {
  it.each([
    ['when their delays are over', [0, 24, 72], [0, 24, 96]],
    ['an hour apart at least', [5, 0, 1], [5, 6, 7]],
    ['three in a day at most', [0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 2, 24, 25, 26, 48, 49]],
    ['where an earlier one that was put off does not put them off as well', [0, 0, 30], [0, 1, 30]],
    ['a year apart at most', [8760, 8760], [8760, 17_520]],
  ])('%s', (_, delays, expected) => {
    expect(hoursAfter(delays)).toEqual(expected);
  });
});

/** The same numbers in every run: a linear congruential generator. */
function randomInts(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const random = randomInts(7);
const spans = [1, 3, 12, 30, 200, campaignPolicy.maxDelayHours + 1];
const campaigns = Array.from({ length: 5000 }, () => {
  const span = spans[random(spans.length)] ?? 1;
  return Array.from({ length: 1 + random(campaignPolicy.maxSteps) }, () => random(span));
});

/** How far apart two mails are at least, by how many lie between them. */
const distances = [
  [1, campaignPolicy.hoursBetweenMails],
  [campaignPolicy.mailsPerDay, 24],
] as const;

it.each(distances)('the mails of any campaign that are %s apart have %s hours between them', (steps, hours) => {
  const gaps = campaigns.flatMap((delays) => {
    const due = hoursAfter(delays);
    return due.slice(steps).map((time, index) => time - (due[index] ?? Number.NaN));
  });
  expect(Math.min(...gaps)).toBe(hours);
});

it('no mail is early, and none later than delays and limits ask', () => {
  for (const delays of campaigns) {
    const due = hoursAfter(delays);
    let wanted = 0;
    for (const [index, delay] of delays.entries()) {
      wanted += delay;
      const bounds = distances.map(([steps, hours]) => (due[index - steps] ?? -Infinity) + hours);
      expect(due[index], delays.join(' ')).toBe(Math.max(wanted, ...bounds));
    }
  }
});
