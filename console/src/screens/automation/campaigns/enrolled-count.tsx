import { Plural, Trans } from '@lingui/react/macro';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { EnrolledCountDocument } from '../generated/operations.ts';

/** How many leads are in a campaign, and how many ever were. */
export function EnrolledCount({ campaignId }: { readonly campaignId: string }) {
  const { data } = useLiveQuery(EnrolledCountDocument, { variables: { id: campaignId }, on: ['CAMPAIGN_'] });
  if (data?.node?.kind !== 'Campaign') return null;
  const { active, all } = data.node;
  if (all.totalCount === 0)
    return (
      <span className="muted">
        <Trans>Nobody was enrolled yet</Trans>
      </span>
    );
  return (
    <span className="figures">
      <Plural value={active.totalCount} one="# lead enrolled" other="# leads enrolled" />{' '}
      <span className="muted">
        <Trans>of {all.totalCount} ever</Trans>
      </span>
    </span>
  );
}
