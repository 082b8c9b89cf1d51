import { z } from 'zod';
import { wordsOf } from '../route/words.ts';
import type { AuthorType } from './generated/operations.ts';

const authorWords = { HUMAN: 'human', AGENT: 'agent', API_KEY: 'api_key' } as const satisfies Record<
  AuthorType,
  string
>;

/** Who wrote something: a member of the team, or a key that acts in nobody's name. */
export const WireAuthor = z
  .strictObject({ name: z.string(), type: z.enum(wordsOf(authorWords)) })
  .meta({ id: 'ClawcrmAuthor', description: 'A member of the team, or a key that no member stands behind.' });

export const toAuthor = (author: { readonly name: string; readonly type: AuthorType } | null) =>
  author && { name: author.name, type: authorWords[author.type] };
