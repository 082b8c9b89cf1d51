import { expect, it } from 'vitest';
import { conditionsHold } from '../../src/domain/automation/conditions.ts';

const holds = (minConfidenceScore: number | null, confidenceScore: number | null) =>
  conditionsHold(
    { fromStageId: null, tier: null, minViewCount: null, minConfidenceScore },
    { fromStageId: 'a', tier: null, confidenceScore, viewCount: async () => 0 },
  );

it('holds a lead without a score to no minimum, not even 0', async () => {
  expect(await holds(0, null)).toBe(false);
  expect(await holds(1, null)).toBe(false);
  expect(await holds(null, null)).toBe(true);
});

it('includes the minimum', async () => {
  expect(await holds(0, 0)).toBe(true);
  expect(await holds(45, 45)).toBe(true);
  expect(await holds(45, 44)).toBe(false);
});
