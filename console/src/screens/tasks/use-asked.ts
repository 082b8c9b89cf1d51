import { useAddress } from '../../app/use-address.ts';
import type { TaskFilter, TaskOrder } from './generated/operations.ts';
import { dues, isWordOf, orders, statuses, types } from './words.ts';

/** Midnight at the viewer’s own place, so many days ahead. */
function midnight(now: number, days: number): string {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).toISOString();
}

const daysAhead = { today: 1, week: 7 } as const;

/** Which tasks the address asks for, and in which order: what is to be done by when it is due, anything else the newest first. */
export function useAsked(now: number) {
  const { search } = useAddress();
  const status = isWordOf(statuses, search['status']) ? search['status'] : 'PENDING';
  const type = isWordOf(types, search['type']) ? search['type'] : null;
  const due = isWordOf(dues, search['due']) ? search['due'] : null;
  const usual = status === 'PENDING' ? 'due' : 'newest';
  const order = isWordOf(orders, search['order']) ? search['order'] : usual;
  const dueBefore = due === 'overdue' ? new Date(now).toISOString() : due && midnight(now, daysAhead[due]);
  const filter: TaskFilter = { status, ...(type !== null && { type }), ...(dueBefore !== null && { dueBefore }) };
  const orderBy: TaskOrder =
    order === 'due' ? { field: 'DUE_AT', direction: 'ASC' } : { field: 'CREATED_AT', direction: 'DESC' };
  return { status, type, due, order, usual, filter, orderBy } as const;
}
