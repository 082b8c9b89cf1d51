import { Trans } from '@lingui/react/macro';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { When } from '../../../parts/when.tsx';
import classes from '../automation.module.css';
import type { RuleFactsFragment } from '../generated/operations.ts';
import type { LastMove } from './use-last-moves.ts';

type Props = Pick<RuleFactsFragment, 'targetStage' | 'fromStageGone'> & {
  /** Null where it is not known. */
  readonly lastMove: LastMove | 'none' | null;
};

/** Where a rule moves leads, what keeps it from that, and when it last did. */
export const WhatItDoes = ({ targetStage, fromStageGone, lastMove }: Props) => (
  <div>
    {targetStage ? (
      <Trans>Moves it to {targetStage.name}</Trans>
    ) : (
      <span className={classes['warn']}>
        <Trans>The stage it moved leads to is gone: give it another one first.</Trans>
      </span>
    )}
    {fromStageGone && (
      <div className={classes['warn']}>
        <Trans>The stage it took leads from is gone: give its conditions anew first.</Trans>
      </div>
    )}
    <div className="muted">
      {lastMove === 'none' ? (
        <Trans>Not among the last 200 moves</Trans>
      ) : (
        lastMove && (
          <Trans>
            Last moved{' '}
            <ScreenLink path="leads" id={lastMove.leadId ?? undefined}>
              {lastMove.leadName}
            </ScreenLink>{' '}
            <When at={lastMove.at} />
          </Trans>
        )
      )}
    </div>
  </div>
);
