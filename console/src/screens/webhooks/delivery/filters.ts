import type { DeliveriesQueryVariables } from '../generated/operations.ts';

export const shows = ['all', 'failing', 'dead', 'pending', 'succeeded'] as const;
export type Show = (typeof shows)[number];

export const isShow = (text: string | undefined): text is Show => shows.some((show) => show === text);

type Filter = Pick<DeliveriesQueryVariables, 'state' | 'failing'>;

/** What the graph is asked for what somebody wants to see. */
export const filterOf: Readonly<Record<Show, Filter>> = {
  all: { state: null, failing: null },
  failing: { state: null, failing: true },
  dead: { state: 'DEAD', failing: null },
  pending: { state: 'PENDING', failing: null },
  succeeded: { state: 'SUCCEEDED', failing: null },
};
