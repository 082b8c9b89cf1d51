import { createRowQueries } from '../builder/row-query.ts';

/** What is known of an event without its snapshot; for all else the snapshot is read. */
export const bareQueries = createRowQueries<'id' | 'type' | 'createdAt' | 'businessId'>({
  columns: { id: 'id', type: 'type', createdAt: 'createdAt', businessId: 'businessId' },
  others: {},
  always: ['id'],
});
