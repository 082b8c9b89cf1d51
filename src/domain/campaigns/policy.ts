/** What campaigns may do to one lead, and how large they may be. */
export const campaignPolicy = {
  maxSteps: 8,
  maxDelayHours: 8760,
  /** Mails in any 24 hours. */
  mailsPerDay: 3,
  hoursBetweenMails: 1,
  /** From the last mail of a campaign until another one may enrol the lead. */
  cooldownHours: 48,
} as const;

export const hourMs = 60 * 60 * 1000;
