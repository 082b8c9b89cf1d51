import { useLingui } from '@lingui/react/macro';
import { Badge, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Face } from '../../../parts/face.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { When } from '../../../parts/when.tsx';
import { nameOf } from '../name-of.ts';
import { statuses, tiers } from '../words.ts';
import classes from './list.module.css';
import type { LeadOfList } from './use-lead-list.ts';

type Props = {
  readonly lead: LeadOfList;
  readonly search: Readonly<Record<string, string>>;
  readonly isOpen: boolean;
  readonly isChosen?: boolean;
  readonly onChoose?: (id: string, isRange: boolean) => void;
};

const mostTags = 2;

export function LeadRow({ lead, search, isOpen, isChosen = false, onChoose }: Props) {
  const { t, i18n } = useLingui();
  const [asRead] = useState(lead.updatedAt);
  const { id, company, email, stage, status, assignedTo, score, tier, lastTouchedAt, createdAt, tags } = lead;
  const next = lead.tasks?.nodes.find((task) => task.status === 'PENDING');
  const name = nameOf(lead);
  const beside = company ?? (email === name ? null : email);
  return (
    <tr data-open={isOpen} data-chosen={isChosen} className={asRead === lead.updatedAt ? '' : 'changed'}>
      {onChoose && (
        <td className={classes['tick']}>
          <Checkbox
            size="xs"
            aria-label={t`Choose ${name}`}
            checked={isChosen}
            onChange={(event) => {
              const { nativeEvent } = event;
              onChoose(id, 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true);
            }}
          />
        </td>
      )}
      <td className={classes['what']}>
        <span className={classes['whole']} data-lead={id}>
          <ScreenLink path="leads" id={id} search={search}>
            {name}
          </ScreenLink>
          {beside !== null && <span className="muted"> {beside}</span>}
          {tags.slice(0, mostTags).map((tag) => (
            <Badge key={tag} size="xs" variant="light" color="gray" ml="xs" tt="none">
              {tag}
            </Badge>
          ))}
        </span>
      </td>
      <td className={classes['stage']}>{stage?.name}</td>
      <td className={classes['status']}>{i18n._(statuses[status])}</td>
      <td className={classes['owner']}>
        {assignedTo && (
          <span className={classes['person']}>
            <Face name={assignedTo.name} url={assignedTo.avatarUrl} size={20} />
            <span className="cut">{assignedTo.name}</span>
          </span>
        )}
      </td>
      <td className={classes['next']}>
        {next && (
          <>
            {next.title}
            {next.dueAt !== null && (
              <span className="muted">
                {' '}
                <When at={next.dueAt} mayBeAhead />
              </span>
            )}
          </>
        )}
      </td>
      <td className={classes['score']} title={tier === null ? '' : i18n._(tiers[tier])}>
        {score}
      </td>
      <td className={classes['touched']}>{lastTouchedAt !== null && <When at={lastTouchedAt} />}</td>
      <td className={classes['made']}>
        <When at={createdAt} />
      </td>
    </tr>
  );
}
