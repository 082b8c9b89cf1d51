import { Trans, useLingui } from '@lingui/react/macro';
import { Switch } from '@mantine/core';
import { useSession } from '../../../data/session.tsx';
import { useMutate } from '../../../data/use-mutate.ts';
import { Row } from '../../../parts/rows.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { tellDone, tellFailed } from '../../../parts/tell.ts';
import classes from '../automation.module.css';
import { Conditions } from '../conditions.tsx';
import { type RuleFactsFragment, UpdateRuleDocument } from '../generated/operations.ts';
import { ruleTriggers } from '../words.ts';
import { RuleActions } from './rule-actions.tsx';
import type { LastMove } from './use-last-moves.ts';
import { WhatItDoes } from './what-it-does.tsx';

type Props = {
  readonly rule: RuleFactsFragment;
  /** Null where it is not known. */
  readonly lastMove: LastMove | 'none' | null;
  /** Names of rules that take leads back. */
  readonly undoneBy: readonly string[];
  readonly onChanged: () => void;
  /** Given where nothing but this rule is shown. */
  readonly onDeleted?: () => void;
};

/** A rule: what sets it off, for whom, where it moves them, when it last did; and whether it acts. */
export function RuleRow({ rule, lastMove, undoneBy, onChanged, onDeleted }: Props) {
  const { t, i18n } = useLingui();
  const { may, viewer } = useSession();
  const update = useMutate(UpdateRuleDocument);
  const { id, name, trigger, enabled, targetStage, fromStageGone, conditions } = rule;
  const isBroken = targetStage === null || fromStageGone;
  // A rule is for the whole workspace, and so is whoever changes it.
  const mayWrite = may('automation:write') && viewer.business === null;

  async function toggle() {
    const { error } = await update({ id, input: { enabled: !enabled } });
    if (error) return tellFailed(t`Not changed`, error);
    tellDone(enabled ? t`“${name}” is off` : t`“${name}” acts from now on`);
    return onChanged();
  }

  return (
    <Row className={classes['row']}>
      <div>
        {onDeleted === undefined && (
          <ScreenLink path="automation" id={id}>
            {name}
          </ScreenLink>
        )}
        <div className="muted">
          {i18n._(ruleTriggers[trigger])}
          <Conditions conditions={conditions} />
        </div>
        {undoneBy.length > 0 && (
          <div className={classes['warn']}>
            <Trans>Leads may go to and fro: {undoneBy.join(', ')} takes them back.</Trans>
          </div>
        )}
      </div>
      <WhatItDoes targetStage={targetStage} fromStageGone={fromStageGone} lastMove={lastMove} />
      {mayWrite ? (
        <div className={classes['acts']}>
          <Switch
            checked={enabled}
            disabled={isBroken && !enabled}
            aria-label={t`${name} acts`}
            onChange={() => void toggle()}
          />
          <RuleActions
            rule={rule}
            mayEdit={may('leads:read')}
            onChanged={onChanged}
            onDeleted={onDeleted ?? onChanged}
          />
        </div>
      ) : (
        <span className="muted">{enabled ? <Trans>On</Trans> : <Trans>Off</Trans>}</span>
      )}
    </Row>
  );
}
