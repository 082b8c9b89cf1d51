import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox } from '@mantine/core';
import { useAddress } from '../../../app/use-address.ts';
import { readOrder, writeOrder } from '../filters/read-filter.ts';
import type { LeadOrderField } from '../generated/operations.ts';
import { LeadRow } from './lead-row.tsx';
import classes from './list.module.css';
import type { LeadList } from './use-lead-list.ts';
import type { Selection } from './use-selection.ts';

type Props = { readonly list: LeadList; readonly selection: Selection; readonly maySelect: boolean };

/** One line per lead: who it is, how far, whose, what comes next, and since when. */
export function LeadTable({ list, selection, maySelect }: Props) {
  const { t } = useLingui();
  const { id: openId, search } = useAddress();
  const { nodes, hasMore, isReadingOn, readOn } = list;
  const chosen = selection.selected.length;
  return (
    <>
      <table className={classes['table']} aria-label={t`Leads`}>
        <thead>
          <tr>
            {maySelect && (
              <th className={classes['tick']} scope="col">
                <Checkbox
                  size="xs"
                  aria-label={t`Choose all`}
                  checked={chosen > 0 && chosen === nodes.length}
                  indeterminate={chosen > 0 && chosen < nodes.length}
                  onChange={(event) => selection.setAll(event.currentTarget.checked)}
                />
              </th>
            )}
            <Head field="NAME" name={t`Lead`} />
            <Head name={t`Stage`} className="stage" />
            <Head name={t`Status`} className="status" />
            <Head name={t`Owner`} className="owner" />
            <Head name={t`Next`} className="next" />
            <Head field="SCORE" name={t`Score`} className="score" />
            <Head field="LAST_TOUCHED_AT" name={t`Last touch`} className="touched" />
            <Head field="CREATED_AT" name={t`Created`} className="made" />
          </tr>
        </thead>
        <tbody>
          {nodes.map((lead) => (
            <LeadRow
              key={lead.id}
              lead={lead}
              search={search}
              isOpen={lead.id === openId}
              {...(maySelect && { isChosen: selection.has(lead.id), onChoose: selection.toggle })}
            />
          ))}
        </tbody>
      </table>
      {hasMore && (
        <Button mt="md" size="xs" variant="default" loading={isReadingOn} onClick={readOn}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  );
}

type HeadProps = { readonly name: string; readonly field?: LeadOrderField; readonly className?: string };

/** The head of a column; a button where the list can be put in its order. */
function Head({ name, field, className = 'what' }: HeadProps) {
  const { search, filter } = useAddress();
  const order = readOrder(search['sort']);
  const isHere = field !== undefined && order.field === field;
  const first = field === 'NAME' ? 'ASC' : 'DESC';
  const direction = isHere ? (order.direction === 'ASC' ? 'DESC' : 'ASC') : first;
  return (
    <th
      scope="col"
      className={classes[className] ?? ''}
      {...(isHere && { 'aria-sort': order.direction === 'ASC' ? ('ascending' as const) : ('descending' as const) })}
    >
      {field === undefined ? (
        name
      ) : (
        <button type="button" onClick={() => filter({ sort: writeOrder({ field, direction }) })}>
          {name}
          <span aria-hidden="true">{isHere && (order.direction === 'ASC' ? ' ↑' : ' ↓')}</span>
        </button>
      )}
    </th>
  );
}
