import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useCommands } from '../../../app/commands.tsx';
import { walk } from '../../../app/walk.ts';
import { useSession } from '../../../data/session.tsx';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { Empty } from '../../../parts/empty.tsx';
import { LeadsByStageDocument, type LeadFilter, type LeadOrder } from '../generated/operations.ts';
import type { Choices } from '../use-choices.ts';
import classes from './board.module.css';
import { Column } from './column.tsx';
import { useMoveLead } from './use-move-lead.ts';

type Props = { readonly filter: LeadFilter; readonly orderBy: LeadOrder; readonly choices: Choices };

/** The leads by stage; one is moved by dragging it, or by its own keys. */
export function Board({ filter, orderBy, choices }: Props) {
  const { t } = useLingui();
  const { may } = useSession();
  const { stages } = choices;
  const counts = useLiveQuery(LeadsByStageDocument, { variables: { filter }, on: ['LEAD_'], isKept: true });
  const { moved, moveLead, said } = useMoveLead(stages);
  const [dragged, setDragged] = useState<string | null>(null);
  useCommands([
    { name: t`Go to the next lead`, key: 'j', run: () => walk('[data-lead] a', 1) },
    { name: t`Go to the lead before`, key: 'k', run: () => walk('[data-lead] a', -1) },
  ]);
  const mayMove = may('leads:write');
  if (stages.length === 0)
    return (
      <Empty title={t`There are no stages`}>
        <Trans>Leads stand in columns here, one for each stage of the pipeline.</Trans>
      </Empty>
    );
  return (
    <>
      {mayMove && (
        <p className={`muted ${classes['hint'] ?? ''}`}>
          <Trans>Drag a lead to another stage, or press ← and → on it.</Trans>
        </p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <div className={classes['board']} tabIndex={0} role="region" aria-label={t`Board`}>
        {stages.map((stage) => (
          <Column
            key={stage.key}
            stage={stage}
            filter={filter}
            orderBy={orderBy}
            count={counts.data?.leadCounts.find(({ key }) => key === stage.key)?.count ?? null}
            moved={moved}
            dragged={dragged}
            onDrag={setDragged}
            onMove={mayMove ? moveLead : undefined}
          />
        ))}
      </div>
      <div className={classes['said']} role="status">
        {said}
      </div>
    </>
  );
}
