import { Trans } from '@lingui/react/macro';
import { Button, Title } from '@mantine/core';
import { useSession } from '../../../data/session.tsx';
import { usePages } from '../../../data/use-pages.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import { LeadsDocument, type LeadFilter, type LeadOrder } from '../generated/operations.ts';
import classes from './board.module.css';
import { Card } from './card.tsx';
import type { MoveLead } from './use-move-lead.ts';
import type { Moved } from './use-moved.ts';

type Props = {
  readonly stage: { readonly key: string; readonly name: string };
  readonly filter: LeadFilter;
  readonly orderBy: LeadOrder;
  readonly count: number | null;
  readonly moved: Moved;
  readonly dragged: string | null;
  readonly onDrag: (id: string | null) => void;
  readonly onMove: MoveLead | undefined;
};

/** One stage, read on by itself. */
export function Column({ stage, filter, orderBy, count, moved, dragged, onDrag, onMove }: Props) {
  const { may } = useSession();
  const { query, nodes, hasMore, isReadingOn, readOn } = usePages(LeadsDocument, {
    variables: (page) => ({ ...page, filter: { ...filter, stage: stage.key }, orderBy, tasks: may('tasks:read') }),
    select: ({ leads }) => leads,
    on: ['LEAD_'],
  });
  const placeOf = (lead: (typeof nodes)[number]) => moved.get(lead.id)?.to ?? lead.stage?.key;
  const coming = [...moved.values()]
    .filter(({ lead, to }) => to === stage.key && !nodes.some(({ id }) => id === lead.id))
    .map(({ lead }) => lead);
  const shown = [...coming, ...nodes.filter((lead) => placeOf(lead) === stage.key)];
  const known = new Map([...nodes, ...[...moved.values()].map(({ lead }) => lead)].map((lead) => [lead.id, lead]));
  const headId = `stage-${stage.key}`;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what is dropped by pointer moves by keys on the card
    <section
      className={classes['column']}
      aria-labelledby={headId}
      data-stage={stage.key}
      data-target={dragged !== null}
      onDragOver={(event) => {
        if (onMove && event.dataTransfer.types.includes('application/x-lead')) event.preventDefault();
      }}
      onDrop={(event) => {
        const text = event.dataTransfer.getData('application/x-lead');
        const lead = known.get(text) ?? leadOnTheWay.get(text);
        event.preventDefault();
        onDrag(null);
        if (lead) onMove?.(lead, stage.key);
      }}
    >
      <Title order={2} id={headId} className={classes['head'] ?? ''}>
        {stage.name} <span className="muted figures">{count}</span>
      </Title>
      <Loaded query={query} lines={3}>
        {() => (
          <ul className={classes['cards']}>
            {shown.map((lead) => (
              <Card
                key={lead.id}
                lead={lead}
                onMove={onMove}
                onDrag={(isOn) => {
                  if (isOn) leadOnTheWay.set(lead.id, lead);
                  else leadOnTheWay.clear();
                  onDrag(isOn ? lead.id : null);
                }}
              />
            ))}
          </ul>
        )}
      </Loaded>
      {hasMore && (
        <Button size="xs" variant="subtle" loading={isReadingOn} onClick={readOn}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </section>
  );
}

/** What is dragged, for the column that it is dropped on. */
const leadOnTheWay = new Map<string, Parameters<MoveLead>[0]>();
