/** The least score of each label, the warmest first. */
const thresholds = { HOT: 70, WARM: 45, COOL: 20, COLD: 0 } as const;

export type ConfidenceLabel = keyof typeof thresholds;

export const confidenceLabels = ['HOT', 'WARM', 'COOL', 'COLD'] as const satisfies readonly ConfidenceLabel[];

/** The word for a confidence score of 0 to 100. */
export const confidenceLabel = (score: number): ConfidenceLabel =>
  confidenceLabels.find((label) => score >= thresholds[label]) ?? 'COLD';
