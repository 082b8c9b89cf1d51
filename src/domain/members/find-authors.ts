import type { Run } from '../../db/run/run.ts';
import type { Author } from '../../events/snapshot.ts';
import { authorsOf } from './authors.sql.ts';

export type AuthorColumns = { readonly keyId: string | null; readonly memberId: string | null };

/**
 * Who stands behind the columns of a holder or author: the member where there is one, else the key. Whatever business the
 * reader is locked to: it may know who answers in its own conversations.
 */
export async function findAuthors(
  { run }: { readonly run: Run },
  columns: readonly AuthorColumns[],
): Promise<(Author | null)[]> {
  const memberIds = columns.flatMap(({ memberId }) => memberId ?? []);
  const keyIds = columns.flatMap(({ keyId, memberId }) => (memberId ? [] : (keyId ?? [])));
  if (memberIds.length + keyIds.length === 0) return columns.map(() => null);
  const authors = await run(authorsOf, { memberIds, keyIds });
  const byId = new Map(authors.map((author) => [author.id, author]));
  return columns.map(({ keyId, memberId }) => byId.get(memberId ?? keyId ?? '') ?? null);
}

export const findAuthor = async (reader: { readonly run: Run }, columns: AuthorColumns): Promise<Author | null> =>
  (await findAuthors(reader, [columns]))[0] ?? null;
