import type { Prisma } from '../../../db/generated/prisma/client.ts';
import type { DomainContext } from '../../context.ts';
import { soughtPhone } from '../../phone.ts';
import { both, type Direction, type ListOptions, opposite, type Page, type PageInput } from '../../page.ts';
import { mostWalked } from '../../keyset/list-rare.ts';
import { isIndexed, searchPattern } from '../../words.ts';

/**
 * No lead there is, in a column that no index has: beside it the words can't be looked up in theirs. A prepared statement is
 * planned for no words in particular after five uses and would always do so: 2 s for two letters, 0.6 s for a frequent word,
 * at 200,000 leads.
 */
export const noLead: Prisma.LeadWhereInput = { createdAt: { lt: new Date(0) } };

/** The same order as that of the ids, but one that no index has. */
export const sortedByTime = (direction: Direction) => [{ createdAt: direction }, { id: direction }];

/** The newest leads, among which words are looked for that no index knows. */
export async function newestSearched({ db }: DomainContext): Promise<Prisma.LeadWhereInput> {
  const newest = { orderBy: { id: 'desc' }, skip: mostWalked, take: 1, select: { id: true } } as const;
  const [end] = await db.lead.findMany(newest);
  return end ? { id: { gt: end.id } } : {};
}

type Where = Prisma.LeadWhereInput;

/** Something that few leads may have, and that an index of its own finds. */
export type Sought = {
  readonly sought: Where;
  /** What else is asked for. */
  readonly where: Where;
  /** Whether the index knows it; else it is looked for among the newest leads. */
  readonly isIndexed: boolean;
};

/**
 * Leads that hold these words as they stand, or a phone number that is written so or otherwise. Asked for either alone, PostgreSQL
 * reads all leads where the index costs it twice: 183 ms for 60,000, 6 ms by what they have in common.
 */
function holding(words: string): Where {
  const holds = (text: string): Where => ({ search: { contains: searchPattern(text) } });
  const phone = soughtPhone(words);
  return phone ? { ...holds(phone.common), OR: [words, ...phone.written].map(holds) } : holds(words);
}

/** The words to look for, or else the tags; null where there are neither. */
export function soughtIn(where: Where, words: string | null | undefined): Sought | null {
  if (words) return { sought: holding(words), where, isIndexed: isIndexed(words) };
  const { tags, AND, ...others } = where;
  if (tags === undefined && AND === undefined) return null;
  return { sought: { ...(tags && { tags }), ...(AND && { AND }) }, where: others, isIndexed: true };
}

/**
 * Frequent words fill a page from the next leads alone; for rarer ones the index is asked. Left to choose, PostgreSQL
 * walked a million leads for words that only old ones had: 5.1 s. What stays dear is a word of many leads, none of them among
 * the next: all are read and sorted, 0.5 s for 92,500 of 200,000. A tag is a word in this: 0.36 s for one that nobody has. What the index does not know is looked for among the newest.
 */
export async function searchLeads<Row>(
  { db }: DomainContext,
  { sought, where, isIndexed: indexed }: Sought,
  { cursor, backward = false }: PageInput,
  direction: Direction,
  read: (where: Prisma.LeadWhereInput, more?: ListOptions<Prisma.LeadWhereInput>) => Promise<Page<Row>>,
): Promise<Page<Row>> {
  const all = { ...where, ...sought };
  const walked = { ...where, OR: [sought, noLead] };
  const reading = !indexed ? 'desc' : backward ? opposite(direction) : direction;
  const [beyond, before] = reading === 'asc' ? (['gt', 'lt'] as const) : (['lt', 'gt'] as const);
  const [end] = await db.lead.findMany({
    where: indexed && cursor ? { id: { [beyond]: cursor } } : {},
    orderBy: { id: reading },
    skip: mostWalked,
    take: 1,
    select: { id: true },
  });
  if (!end) return read(walked);
  const near = both(walked, { id: { [before]: end.id } });
  if (!indexed) return read(near);
  const found = await read(near, { whole: all });
  return found.hasMore ? found : read(all, { orderBy: sortedByTime });
}

/** What holds of the leads that words are found in, all of them at once. */
export async function searchedWhere(
  context: DomainContext,
  where: Prisma.LeadWhereInput,
  words: string,
): Promise<Prisma.LeadWhereInput> {
  const text = holding(words);
  if (isIndexed(words)) return { ...where, ...text };
  return both({ ...where, OR: [text, noLead] }, await newestSearched(context));
}
