import type { Prisma } from '../../../db/generated/prisma/client.ts';
import type { DomainContext } from '../../context.ts';
import { countKeptLeads, countLeads } from '../../counts/kept-leads.ts';
import type { Delegate } from '../../page.ts';

type Where = Prisma.LeadWhereInput;

/** No index has these: leads without them would all be walked through, to find that there are none. */
const unindexed = ['source', 'tier', 'temperature'] as const;

/** Whether it is known without looking that there are none: some of what is asked for is counted, and nobody has it. */
async function hasNone(context: DomainContext, { deletedAt, businessId, ...where }: Where): Promise<boolean> {
  if (deletedAt !== null) return false;
  const common: Where = { deletedAt, ...(businessId !== undefined && { businessId }) };
  for (const name of unindexed) {
    if (where[name] === undefined) continue;
    if ((await countKeptLeads(context, { ...common, [name]: where[name] })) === 0) return true;
  }
  return false;
}

/** Leads as lists read them: their number as it is kept, and none are looked for where it is nought. */
export function leadTable<Row>(context: DomainContext, where: Where, lead: Delegate<Row, Where>): Delegate<Row, Where> {
  let none: Promise<boolean> | undefined;
  return {
    findMany: async (args) => ((await (none ??= hasNone(context, where))) ? [] : lead.findMany(args)),
    findFirst: (args) => lead.findFirst(args),
    count: (args) => countLeads(context, args.where),
    kept: (args) => countKeptLeads(context, args.where),
  };
}
