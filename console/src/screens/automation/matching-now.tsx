import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { ScreenLink } from '../../parts/screen-link.tsx';
import type { Given } from './condition-fields.tsx';
import { MatchingNowDocument, type LeadTier } from './generated/operations.ts';
import { tiers } from './words.ts';

const isTier = (text: string): text is LeadTier => Object.hasOwn(tiers, text);

/** How many leads are in the stage and of the tier that a form asks for, as they stand. */
export function MatchingNow({ given }: { readonly given: Given }) {
  const { fromStage, tier } = given;
  const [{ data }] = useQuery({
    query: MatchingNowDocument,
    variables: { filter: { ...(fromStage !== '' && { stage: fromStage }), ...(isTier(tier) && { tier }) } },
    requestPolicy: 'network-only',
  });
  const count = data?.leads.totalCount;
  const isMore = given.minConfidenceScore !== '' || given.minViewCount !== '' || given.minDaysSinceTouch !== '';
  return (
    <p className="muted figures" role="status">
      {count !== undefined && (
        <>
          <ScreenLink
            path="leads"
            search={{ ...(fromStage !== '' && { stage: fromStage }), ...(tier !== '' && { tier }) }}
          >
            <Plural value={count} one="# lead is" other="# leads are" />
          </ScreenLink>{' '}
          <Trans>like that by stage and tier now.</Trans>{' '}
          {isMore && <Trans>The other conditions are looked at when something happens to one.</Trans>}
        </>
      )}
    </p>
  );
}
