import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useCommands } from '../../../app/commands.tsx';
import { useSession } from '../../../data/session.tsx';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { usePolling } from '../../../data/use-polling.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { Rows } from '../../../parts/rows.tsx';
import { RulesDocument } from '../generated/operations.ts';
import { Section } from '../../../parts/section.tsx';
import { RuleForm } from './rule-form.tsx';
import { RuleRow } from './rule-row.tsx';
import { useLastMoves } from './use-last-moves.ts';

const lookMs = 15_000;

/** The rules that move leads, in the order in which they act. */
export function Rules() {
  const { t } = useLingui();
  const query = useLiveQuery(RulesDocument, { variables: {}, on: [] });
  // No event tells of rules.
  usePolling(query.refresh, lookMs);
  const lastMoves = useLastMoves();
  const { may, viewer } = useSession();
  const [isMaking, making] = useDisclosure();
  // A rule is for the whole workspace, and so is whoever makes it; it names stages.
  const mayMake = may('automation:write', 'leads:read') && viewer.business === null;
  useCommands(mayMake ? [{ name: t`Make a rule`, key: 'c', run: making.open }] : []);
  return (
    <Section
      title={t`Rules`}
      note={
        <Trans>They move leads from stage to stage, the first of these first; each acts once on what happened.</Trans>
      }
      actions={
        mayMake && (
          <Button size="xs" onClick={making.open}>
            <Trans>New rule</Trans>
          </Button>
        )
      }
    >
      <RuleForm isOpen={isMaking} onClose={making.close} onSaved={query.refresh} />
      <Loaded query={query}>
        {({ automationRules }) =>
          automationRules.length === 0 ? (
            <Empty title={t`No rule yet`}>
              <Trans>A rule moves leads by itself, such as to Won when they book a meeting.</Trans>
            </Empty>
          ) : (
            <Rows aria-label={t`Rules`}>
              {automationRules.map((rule) => (
                <RuleRow
                  key={rule.id}
                  rule={rule}
                  lastMove={lastMoves && (lastMoves.get(rule.id) ?? 'none')}
                  undoneBy={automationRules.filter(({ id }) => rule.undoneByIds.includes(id)).map(({ name }) => name)}
                  onChanged={query.refresh}
                />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Section>
  );
}
