import { monotonicFactory } from 'ulid';
import type { Database } from '../../src/db/open/database.ts';
import type { Prisma } from '../../src/db/generated/prisma/client.ts';

type Columns = Partial<Omit<Prisma.LeadCreateManyInput, 'orgId' | 'id' | 'createdAt'>>;

/** So many leads of a workspace in its default stage, made at that time; answers their row ids, oldest first. */
export async function seedLeads(
  { prisma }: Pick<Database, 'prisma'>,
  orgId: string,
  count: number,
  { createdAt, ...columns }: Columns & { readonly createdAt: Date },
): Promise<string[]> {
  const stage = await prisma.stage.findFirstOrThrow({ where: { orgId, isDefault: true } });
  const nextUlid = monotonicFactory();
  const ids = Array.from({ length: count }, () => nextUlid(createdAt.getTime()).toLowerCase());
  const origin = { source: 'manual', targetType: 'customer_lead', context: {} };
  const row = { orgId, stageId: stage.id, ...origin, createdAt, updatedAt: createdAt, ...columns };
  await prisma.lead.createMany({ data: ids.map((id) => ({ ...row, id })) });
  return ids;
}
