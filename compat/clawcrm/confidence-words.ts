import type { ConfidenceLabel } from './generated/operations.ts';

/** The computed confidence in a word, never a temperature, though three of them are spelled alike. */
export const confidenceWords = { HOT: 'hot', WARM: 'warm', COOL: 'cool', COLD: 'cold' } as const satisfies Record<
  ConfidenceLabel,
  string
>;
