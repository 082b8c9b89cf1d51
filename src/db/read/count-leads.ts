import type { TenantScope } from '../scoped.ts';

type RawReader = { $queryRawUnsafe<T>(sql: string, ...values: unknown[]): PromiseLike<T> };

const sql = `select stage_id as id, count(*)::int as count from leads
  where org_id = $1 and stage_id = any($3::text[]) and deleted_at is null and ($2::text is null or business_id = $2) group by 1`;

/** How many leads each of many stages has that the reader can see, in one statement. */
export async function countLeadsByStage(
  database: RawReader,
  { orgId, businessId }: TenantScope,
  stageIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await database.$queryRawUnsafe<{ id: string; count: number }[]>(sql, orgId, businessId, stageIds);
  return new Map(rows.map(({ id, count }) => [id, count]));
}
