import { z } from 'zod';
import { MemberType } from '../../db/generated/prisma/enums.ts';
import { texts } from '../../db/run/args.ts';
import { statement } from '../../db/run/statement.ts';

/** Who stands behind these members and keys. */
export const authorsOf = statement({
  name: 'authors-of',
  args: { memberIds: texts, keyIds: texts },
  row: z.object({
    id: z.string(),
    name: z.string(),
    type: z.enum({ ...MemberType, API_KEY: 'API_KEY' }),
    avatarUrl: z.string().nullable(),
  }),
  beyondBusiness: 'A locked key may know who answers in its own conversations.',
  toVisitors: 'Who answers a visitor has a name.',
  text: `select id, name, type::text as type, avatar_url as "avatarUrl" from members where org_id = :org and id = any(:memberIds::text[])
  union all
  select id, name, 'API_KEY', null from api_keys where org_id = :org and id = any(:keyIds::text[])`,
});
