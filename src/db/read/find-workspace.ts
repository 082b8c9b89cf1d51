import type pg from 'pg';

/** The installation's own workspace, made at first start. */
export const firstWorkspaceSlug = 'my-workspace';

export type FoundWorkspace = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** The installation's own; where there is none of that slug, the oldest. */
  readonly isFirst: boolean;
};

const sql = `
with first as (select id from organisations order by slug = $1 desc, created_at, id limit 1)
select o.id, o.slug, o.name, o.id = first.id as "isFirst"
  from organisations o, first
 where case when $2::text is null then o.id = first.id else o.id = $2 or o.slug = $2 end`;

/** Of the whole installation, so for who runs it alone: by slug or id, or the first where none is named. */
export async function findWorkspace(
  pool: Pick<pg.Pool, 'query'>,
  named: string | null,
): Promise<FoundWorkspace | null> {
  const wanted = named === null ? null : named.toLowerCase().replace(/^org_/, '');
  const { rows } = await pool.query<FoundWorkspace>(sql, [firstWorkspaceSlug, wanted]);
  return rows[0] ?? null;
}
