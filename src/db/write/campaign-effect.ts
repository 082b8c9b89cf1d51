/** What a write set off in one campaign beside what it was asked for. */
export type CampaignEffect = {
  readonly campaignId: string;
  readonly campaignName: string;
  readonly enrolledLeads: number;
  readonly queuedEmails: number;
  readonly endedEnrolments: number;
  readonly cancelledEmails: number;
  /** Why they ended; null where none did, or its lead or campaign was removed. */
  readonly stopReason: string | null;
};

export const noEffect = {
  enrolledLeads: 0,
  queuedEmails: 0,
  endedEnrolments: 0,
  cancelledEmails: 0,
  stopReason: null,
} as const;
