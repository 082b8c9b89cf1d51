import type { CampaignEffect } from '../../db/write/campaign-effect.ts';

/** The same with one for each campaign, in the order in which they were first touched. */
export function sumEffects(effects: readonly CampaignEffect[]): CampaignEffect[] {
  const sums = new Map<string, CampaignEffect>();
  for (const effect of effects) {
    const sum = sums.get(effect.campaignId);
    sums.set(effect.campaignId, sum ? add(sum, effect) : effect);
  }
  return [...sums.values()];
}

const add = (one: CampaignEffect, other: CampaignEffect): CampaignEffect => ({
  ...one,
  enrolledLeads: one.enrolledLeads + other.enrolledLeads,
  queuedEmails: one.queuedEmails + other.queuedEmails,
  endedEnrolments: one.endedEnrolments + other.endedEnrolments,
  cancelledEmails: one.cancelledEmails + other.cancelledEmails,
  stopReason: other.stopReason ?? one.stopReason,
});
