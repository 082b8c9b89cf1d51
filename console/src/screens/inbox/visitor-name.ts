import type { RowFragment } from './generated/operations.ts';

/** What to call the visitor; null for one who has told nothing. */
export const visitorName = ({ lead, visitor }: Pick<RowFragment, 'lead' | 'visitor'>): string | null =>
  lead?.name ?? visitor.name ?? visitor.email;
