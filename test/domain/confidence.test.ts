import { describe, expect, it } from 'vitest';
import { noTouches } from '../../src/domain/leads/confidence/read-touches.ts';
import { confidenceOf } from '../../src/domain/leads/confidence/confidence-of.ts';

const now = new Date('2026-05-04T12:00:00.000Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000);

const newLead = { tier: null, enrichmentStatus: null, lastTouchedAt: null, createdAt: now } as const;
const everything = { quizScore: 100, proposalViews: 3, videosWatched: 1, ctaClicks: 1, meetingsBooked: 1 };

describe('the confidence in a lead', () => {
  it('is nothing while nothing is known', () => {
    expect(confidenceOf(newLead, noTouches, now)).toEqual({
      score: 0,
      label: 'COLD',
      suggestedAction: 'ENRICH',
      factors: {
        quizScore: 0,
        tier: 0,
        proposalViews: 0,
        videoWatched: 0,
        ctaClicked: 0,
        meetingBooked: 0,
        enrichment: 0,
        staleness: 0,
      },
    });
  });

  it('is 100 when everything speaks for it, and never more', () => {
    const best = { ...newLead, tier: 'HIGH', enrichmentStatus: 'COMPLETE' } as const;
    expect(confidenceOf(best, everything, now)).toMatchObject({ score: 100, label: 'HOT' });
    const often = { quizScore: 100, proposalViews: 50, videosWatched: 50, ctaClicks: 50, meetingsBooked: 50 };
    expect(confidenceOf(best, often, now).score).toBe(100);
  });

  it('is the sum of its factors, but not below 0', () => {
    const stale = { ...newLead, tier: 'MEDIUM', lastTouchedAt: daysAgo(90) } as const;
    expect(confidenceOf(stale, noTouches, now)).toMatchObject({
      score: 0,
      factors: { tier: 8, staleness: -30 },
      suggestedAction: 'SEND_BREAKUP_EMAIL',
    });
  });

  it('gives a quiz its share and a proposal view its points up to a bound', () => {
    const { factors } = confidenceOf(newLead, { ...noTouches, quizScore: 55, proposalViews: 2 }, now);
    expect(factors).toMatchObject({ quizScore: 11, proposalViews: 12 });
  });

  it.each([
    [6, 0],
    [7, -5],
    [13, -5],
    [14, -10],
    [30, -20],
    [60, -30],
    [6000, -30],
  ])('after %s days without a touchpoint loses %s points', (days, points) => {
    const touched = { ...newLead, createdAt: daysAgo(9000), lastTouchedAt: daysAgo(days) };
    expect(confidenceOf(touched, noTouches, now).factors.staleness).toBe(points);
    expect(confidenceOf({ ...newLead, createdAt: daysAgo(days) }, noTouches, now).factors.staleness).toBe(points);
  });

  it('does not suffer from a touchpoint that is still to come', () => {
    const booked = { ...newLead, lastTouchedAt: daysAgo(-3) };
    expect(confidenceOf(booked, noTouches, now).factors.staleness).toBe(0);
  });

  it.each([
    [{ quizScore: 75 }, 'HIGH', 30, 'COOL', 'ENRICH'],
    [{ meetingsBooked: 1 }, null, 25, 'COOL', 'ENRICH'],
    [{ meetingsBooked: 1, ctaClicks: 1 }, 'MEDIUM', 43, 'COOL', 'ENRICH'],
    [{ meetingsBooked: 1, ctaClicks: 1, quizScore: 10 }, 'MEDIUM', 45, 'WARM', 'SEND_PROPOSAL'],
    [{ meetingsBooked: 1, proposalViews: 1 }, 'HIGH', 46, 'WARM', 'CHECK_IN_CALL'],
    [{ meetingsBooked: 1, ctaClicks: 1, quizScore: 95 }, 'HIGH', 69, 'WARM', 'SEND_PROPOSAL'],
    [{ meetingsBooked: 1, ctaClicks: 1, quizScore: 100 }, 'HIGH', 70, 'HOT', 'PREPARE_MEETING'],
    [{ quizScore: 100, proposalViews: 3, videosWatched: 1, ctaClicks: 1 }, 'HIGH', 71, 'HOT', 'BOOK_MEETING'],
    [{ quizScore: 95 }, null, 19, 'COLD', 'ENRICH'],
    [{ quizScore: 100 }, null, 20, 'COOL', 'ENRICH'],
  ] as const)('of %j in tier %s is %s, which is called %s', (touches, tier, score, label, suggestedAction) => {
    const found = confidenceOf({ ...newLead, tier }, { ...noTouches, ...touches }, now);
    expect(found).toMatchObject({ score, label, suggestedAction });
  });
});
