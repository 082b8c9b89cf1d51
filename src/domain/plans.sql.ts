import { z } from 'zod';
import { statement } from '../db/run/statement.ts';

/** The leads that count towards the plan. */
export const countLeads = statement({
  name: 'count-leads',
  row: z.object({ count: z.coerce.number() }),
  beyondBusiness: 'A plan is of the whole organisation.',
  text: 'select count(*) as count from leads where org_id = :org and deleted_at is null',
});
