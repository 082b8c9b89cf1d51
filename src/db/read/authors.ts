import type { Author } from '../../events/snapshot.ts';

type RawReader = { $queryRawUnsafe<T>(sql: string, ...values: unknown[]): PromiseLike<T> };

export type AuthorColumns = { readonly keyId: string | null; readonly memberId: string | null };

const sql = `select id, name, type::text as type, avatar_url as "avatarUrl" from members where org_id = $1 and id = any($2::text[])
  union all
  select id, name, 'API_KEY', null from api_keys where org_id = $1 and id = any($3::text[])`;

/**
 * Who stands behind the columns of a holder or author: the member where there is one, else the key. Whatever business the
 * reader is locked to: it may know who answers in its own conversations.
 */
export async function readAuthors(
  database: RawReader,
  orgId: string,
  columns: readonly AuthorColumns[],
): Promise<(Author | null)[]> {
  const memberIds = columns.flatMap(({ memberId }) => memberId ?? []);
  const keyIds = columns.flatMap(({ keyId, memberId }) => (memberId ? [] : (keyId ?? [])));
  if (memberIds.length + keyIds.length === 0) return columns.map(() => null);
  const authors = await database.$queryRawUnsafe<Author[]>(sql, orgId, memberIds, keyIds);
  const byId = new Map(authors.map((author) => [author.id, author]));
  return columns.map(({ keyId, memberId }) => byId.get(memberId ?? keyId ?? '') ?? null);
}
