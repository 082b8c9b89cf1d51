import { labelThresholds } from './weights.ts';

export type ConfidenceLabel = keyof typeof labelThresholds;

export const confidenceLabels = ['HOT', 'WARM', 'COOL', 'COLD'] as const satisfies readonly ConfidenceLabel[];

/** The word for a confidence score of 0 to 100. */
export const confidenceLabel = (score: number): ConfidenceLabel =>
  confidenceLabels.find((label) => score >= labelThresholds[label]) ?? 'COLD';
