import { z } from 'zod';
import { type Args, numbered, plain, texts } from '../../db/run/args.ts';
import { family } from '../../db/run/family.ts';
import { statement } from '../../db/run/statement.ts';

/** How many conversations are `next`: 20 ms at five messages each. */
export const nextOnes = 1000;

/** How many messages are read that the index found, 50 ms: what is more frequent is soon met in any order. */
export const mostFound = 10_000;

const shown = 'c.id, c.last_message_at as "lastMessageAt", c.waiting_since as "waitingSince"';

export type SearchShape = {
  /** Which conversations are looked through: the next ones of the order, all of it one by one, or those that an index found. */
  readonly among: 'next' | 'all' | 'found';
  /** Of the conversation `c`; their values are `:v1`, `:v2`, … */
  readonly conditions: readonly string[];
  readonly values: number;
  /** `order by …` */
  readonly order: string;
};

// One by one: left to choose, PostgreSQL may read every message of frequent words. No trigram index is asked, since it is partial.
const holdsWords = (id: string) =>
  `exists (select from messages m where m.org_id = :org and m.conversation_id = ${id} and m.search like :pattern offset 0)`;

function foundIn({ among, conditions, order }: SearchShape): string {
  const lock = '(:business::text is null or c.business_id = :business)';
  const own = '(:conversation::text is null or c.id = :conversation)';
  const held = ['c.org_id = :org', lock, own, ...conditions].join(' and ');
  if (among === 'all') return `conversations c where ${held} and ${holdsWords('c.id')}`;
  if (among === 'found') return `conversations c where ${held} and c.id = any(:conversationIds)`;
  return `(select * from (select id, last_message_at, waiting_since from conversations c where ${held} ${order} limit ${nextOnes}) walked
       where ${holdsWords('walked.id')}) c`;
}

const samples: readonly SearchShape[] = (['next', 'all', 'found'] as const).map((among) => ({
  among,
  conditions: ['c.last_message_at > :v1'],
  values: 1,
  order: 'order by c.last_message_at desc, c.id desc',
}));

const pattern = plain<string>();
const wordsOf = ({ among }: SearchShape): Args => (among === 'found' ? { conversationIds: texts } : { pattern });

/** Conversations in which the words were said. */
export const conversationsFound = family(samples, (shape) =>
  statement({
    name: 'conversations-found',
    args: { ...numbered(shape.values), ...wordsOf(shape), limit: plain<number>(), offset: plain<number>() },
    row: z.object({ id: z.string(), lastMessageAt: z.date(), waitingSince: z.date().nullable() }),
    isPlannedAnew: true,
    text: `select ${shown} from ${foundIn(shape)} ${shape.order} limit :limit offset :offset`,
  }),
);

export const countConversationsFound = family(samples, (shape) =>
  statement({
    name: 'count-conversations-found',
    args: { ...numbered(shape.values), ...wordsOf(shape) },
    row: z.object({ count: z.number() }),
    isPlannedAnew: true,
    text: `select count(*)::int as count from ${foundIn(shape)}`,
  }),
);

/**
 * The conversations of an organisation whose messages match, by their index. It is told to stop by a limit outside alone: with the
 * limit in its sight PostgreSQL reads other rows instead, in the hope to meet enough of these.
 */
export const conversationsWithWords = statement({
  name: 'conversations-with-words',
  args: { pattern },
  row: z.object({ messages: z.number(), ids: z.array(z.string()) }),
  isPlannedAnew: true,
  text: `with found as materialized (
      select conversation_id from messages
       where org_id = :org and (:business::text is null or business_id = :business)
         and (:conversation::text is null or conversation_id = :conversation)
         and search <> '' and search like :pattern)
    select count(*)::int as messages, coalesce(array_agg(distinct conversation_id), '{}') as ids
      from (select conversation_id from found limit ${mostFound + 1}) taken`,
});
