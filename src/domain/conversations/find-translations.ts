import type { DomainContext } from '../context.ts';
import { awaitsTranslation, translateMessage } from './translate-message.ts';

export type MessageTranslation = {
  readonly translation: { readonly language: string; readonly content: string } | null;
  readonly isAwaited: boolean;
};

/** What is done about messages that were not translated yet. */
export type Asking = 'AS_IT_STANDS' | 'ASKING' | 'WAITING';

/** Of those that are read at once so many are tried again, the latest; whoever reads on has the next tried. */
const mostAtOnce = 20;

/** What agents read of visitors' messages, by the messages' ids. */
export async function findTranslations(
  context: Pick<DomainContext, 'actor' | 'db' | 'services'>,
  ids: readonly string[],
  how: Asking,
): Promise<Map<string, MessageTranslation>> {
  if (!context.services.providers.includes('TRANSLATION')) return new Map();
  const found = await read(context, ids);
  if (how === 'AS_IT_STANDS') return found;
  const awaited = ids
    .filter((id) => found.get(id)?.isAwaited)
    .toSorted()
    .slice(-mostAtOnce);
  if (awaited.length === 0) return found;
  if (how === 'WAITING') {
    await Promise.all(awaited.map((id) => translateMessage(context, id)));
    return read(context, ids);
  }
  for (const id of awaited) context.services.afterwards(`translation of ${id}`, () => translateMessage(context, id));
  return found;
}

async function read(
  context: Pick<DomainContext, 'actor' | 'db' | 'services'>,
  ids: readonly string[],
): Promise<Map<string, MessageTranslation>> {
  const { actor, db } = context;
  const readers = await db.organisation.findFirst({ where: { id: actor.orgId } });
  const rows = await db.message.findMany({ where: { id: { in: [...ids] } } });
  return new Map(
    rows.map((row) => {
      const { id, translation: content, translationLanguage: language } = row;
      const translation = content !== null && language !== null ? { language, content } : null;
      const isAwaited = readers !== null && awaitsTranslation(context, readers, row);
      return [id, { translation, isAwaited }];
    }),
  );
}
