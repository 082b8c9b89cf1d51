import { Trans, useLingui } from '@lingui/react/macro';
import { useAddress } from '../../../app/use-address.ts';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { usePolling } from '../../../data/use-polling.ts';
import { Id } from '../../../parts/id.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { Rows } from '../../../parts/rows.tsx';
import { ScreenHeader } from '../../../parts/screen-header.tsx';
import { OneRuleDocument, RuleNamesDocument, type RuleFactsFragment } from '../generated/operations.ts';
import { NotThere } from '../not-there.tsx';
import { RuleRow } from './rule-row.tsx';
import { useLastMoves } from './use-last-moves.ts';

const lookMs = 15_000;

/** A rule by itself. */
export function OneRule({ id }: { readonly id: string }) {
  const query = useLiveQuery(OneRuleDocument, { variables: { id }, on: [] });
  // No event tells of rules.
  usePolling(query.refresh, lookMs);
  return (
    <Loaded query={query}>
      {({ node }) => (node?.kind === 'AutomationRule' ? <Parts rule={node} onChanged={query.refresh} /> : <NotThere />)}
    </Loaded>
  );
}

type Props = { readonly rule: RuleFactsFragment; readonly onChanged: () => void };

function Parts({ rule, onChanged }: Props) {
  const { t } = useLingui();
  const { open } = useAddress();
  const lastMoves = useLastMoves();
  const { data } = useLiveQuery(RuleNamesDocument, { variables: {}, on: [], pause: rule.undoneByIds.length === 0 });
  const names = data?.automationRules.filter(({ id }) => rule.undoneByIds.includes(id)).map(({ name }) => name);
  return (
    <>
      <ScreenHeader title={rule.name} />
      <Rows aria-label={t`The rule`}>
        <RuleRow
          rule={rule}
          lastMove={lastMoves && (lastMoves.get(rule.id) ?? 'none')}
          undoneBy={names ?? []}
          onChanged={onChanged}
          onDeleted={() => open(null, { replace: true })}
        />
      </Rows>
      <p className="muted">
        <Trans>Priority {rule.priority}</Trans> · <Id id={rule.id} />
      </p>
    </>
  );
}
