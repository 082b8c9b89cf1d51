/** How many points of confidence each thing known of a lead gives. Together they make 100 at most; staleness takes from it. */
export const confidenceWeights = {
  /** For a quiz score of 100; a lower one gives its share. The latest quiz counts. */
  quizScore: 20,
  tier: { HIGH: 15, MEDIUM: 8, LOW: 0 },
  proposalViews: { each: 6, most: 18 },
  videoWatched: 8,
  ctaClicked: 10,
  meetingBooked: 25,
  enrichment: { COMPLETE: 4, FAILED: 0 },
  /** From so many days without a touchpoint on, the longest first. */
  staleness: [
    { fromDays: 60, points: -30 },
    { fromDays: 30, points: -20 },
    { fromDays: 14, points: -10 },
    { fromDays: 7, points: -5 },
  ],
} as const;

/** The least score of each label, the warmest first. */
export const labelThresholds = { HOT: 70, WARM: 45, COOL: 20, COLD: 0 } as const;
