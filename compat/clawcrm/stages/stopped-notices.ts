import { base } from '../base.ts';
import { countOf } from '../count-of.ts';
import type { Notices } from '../envelope.ts';

type Stopped = {
  readonly disabledRules: number;
  readonly disabledSyncSources: number;
  readonly idleCampaigns: number;
};

/** @param gone what is gone, in the words of a sentence */
export function stoppedNotices(
  { disabledRules: rules, disabledSyncSources: sources, idleCampaigns: campaigns }: Stopped,
  gone: string,
): Required<Notices> {
  return {
    warnings: [
      ...(rules > 0
        ? [`${countOf(rules, 'automation rule')} referred to ${gone}: off until another stage is named.`]
        : []),
      ...(sources > 0 ? [`${countOf(sources, 'sync source')} fed ${gone}: off until another stage is named.`] : []),
      ...(campaigns > 0 ? [`${countOf(campaigns, 'campaign')} asked for ${gone}: enrolling by trigger stopped.`] : []),
    ],
    nextSteps: [
      ...(rules > 0
        ? [`PUT ${base}/automation/rules { id, targetStage, conditions, enabled: true } names others`]
        : []),
      ...(sources > 0 ? [`PUT ${base}/stages/sync-sources { id, targetStage, enabled: true } names another`] : []),
      ...(campaigns > 0 ? ['POST /graphql with the mutation updateCampaign gives a campaign other conditions'] : []),
    ],
  };
}
