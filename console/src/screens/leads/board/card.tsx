import { useAddress } from '../../../app/use-address.ts';
import { Face } from '../../../parts/face.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { When } from '../../../parts/when.tsx';
import type { LeadOfList } from '../list/use-lead-list.ts';
import { nameOf } from '../name-of.ts';
import classes from './board.module.css';
import type { MoveLead } from './use-move-lead.ts';

type Props = {
  readonly lead: LeadOfList;
  readonly onMove: MoveLead | undefined;
  readonly onDrag: (isOn: boolean) => void;
};

/** A lead on the board: ← and → on its link move it, and the focus stays with it. */
export function Card({ lead, onMove, onDrag }: Props) {
  const { id: openId, search } = useAddress();
  const { id, company, email, assignedTo, lastTouchedAt, createdAt } = lead;
  const name = nameOf(lead);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its keys are those of the link in it
    <li
      className={classes['card']}
      data-lead={id}
      data-open={id === openId}
      draggable={onMove !== undefined}
      onDragStart={(event) => {
        event.dataTransfer.setData('application/x-lead', id);
        event.dataTransfer.effectAllowed = 'move';
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
      onKeyDown={(event) => {
        if (!onMove || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
        event.preventDefault();
        onMove(lead, event.key === 'ArrowLeft' ? -1 : 1);
        requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-lead="${CSS.escape(id)}"] a`)?.focus());
      }}
    >
      <div className="cut">
        <ScreenLink path="leads" id={id} search={search}>
          {name}
        </ScreenLink>
      </div>
      <div className={classes['below']}>
        <span className="cut">{company ?? (email === name ? '' : email)}</span>
        <span className={classes['who']}>
          <When at={lastTouchedAt ?? createdAt} />
          {assignedTo && <Face name={assignedTo.name} url={assignedTo.avatarUrl} size={20} />}
        </span>
      </div>
    </li>
  );
}
