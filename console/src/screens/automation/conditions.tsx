import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode } from 'react';
import type { CampaignFactsFragment, RuleFactsFragment } from './generated/operations.ts';
import { tiers } from './words.ts';

type All = RuleFactsFragment['conditions'] & NonNullable<CampaignFactsFragment['conditions']>;

type Props = { readonly conditions: Partial<All> | null };

/** Which leads are meant, in words; nothing where it is every one. */
export function Conditions({ conditions }: Props) {
  const { i18n } = useLingui();
  const { fromStageId, fromStage, toStageId, toStage, minConfidenceScore, minViewCount, minDaysSinceTouch, tier } =
    conditions ?? {};
  const parts: ReactNode[] = [];
  if (minDaysSinceTouch != null)
    parts.push(<Plural value={minDaysSinceTouch} one="# day without contact" other="# days without contact" />);
  if (fromStageId != null)
    parts.push(fromStage ? <Trans>from {fromStage.name}</Trans> : <Trans>from a stage that is gone</Trans>);
  if (toStageId != null)
    parts.push(toStage ? <Trans>to {toStage.name}</Trans> : <Trans>to a stage that is gone</Trans>);
  if (tier != null) parts.push(i18n._(tiers[tier]));
  if (minConfidenceScore != null) parts.push(<Trans>confidence {minConfidenceScore} or more</Trans>);
  if (minViewCount != null)
    parts.push(<Plural value={minViewCount} one="# proposal view or more" other="# proposal views or more" />);
  return parts.map((part, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- they stand in one order and have nothing else
    <Fragment key={index}>
      {' · '}
      {part}
    </Fragment>
  ));
}
